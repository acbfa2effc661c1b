import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { isPing } from '../../../main/domain/ping.ts';
import { classNames } from '../../components/class-names.ts';
import { type CommentState, StateBadge } from '../../components/StateBadge.tsx';
import { Tile } from '../../components/Tile.tsx';
import { Time } from '../../components/Time.tsx';
import { CommentBody } from './CommentBody.tsx';
import type { StrangersLink } from './CommentLink.tsx';
import type { Thread, ThreadComment } from './desk-words.ts';
import { MarginNumber, useCommentName } from './MarginNumber.tsx';

interface ThreadArticleProps {
  comment: ThreadComment;
  thread: Thread;
  /** `current`: the one the keys act on, marked in blue. `context`: what stands around it. `plain`: a thread to read. */
  as: 'current' | 'context' | 'plain';
  /** The focus comes here when it is moved to the pane. */
  paneFocus?: boolean;
  onJump: (commentId: string) => void;
  onOpenLink: (link: StrangersLink) => void;
  ref?: Ref<HTMLElement>;
}

/** One comment of a thread, with its number in the margin. */
export function ThreadArticle(props: ThreadArticleProps) {
  const { comment, thread, as, paneFocus = false, onJump, onOpenLink, ref } = props;
  const { t } = useTranslation('comments');
  const { author, inReplyTo } = comment;
  const name = author.name.trim() === '' ? t('thread.anonymous') : author.name;
  const current = as === 'current';
  return (
    <article
      className={classNames('said', as)}
      aria-label={useCommentName(comment, current)}
      aria-current={current || undefined}
      tabIndex={-1}
      data-pane-focus={paneFocus ? '' : undefined}
      ref={ref}
    >
      <MarginNumber comment={comment} current={current} />
      <div className="block">
        <header className="who">
          <span className="author">
            {current && <Tile name={name} me={author.isBlogUser} />}
            <b lang={comment.language} title={name}>
              <bdi>{isPing(comment) ? t('thread.ping', { name }) : name}</bdi>
            </b>
          </span>
          {author.isBlogUser && <AuthorBadge />}
          {inReplyTo !== null && <ReplyTo parent={inReplyTo} onJump={onJump} />}
          <Badges comment={comment} />
          <Time at={comment.date} as="full" timeZone={thread.timeZone} language={thread.siteLanguage} />
        </header>
        <CommentBody
          html={comment.html}
          language={comment.language}
          postAddress={thread.postLink}
          answered={inReplyTo?.authorName ?? ''}
          onOpenLink={onOpenLink}
        />
      </div>
    </article>
  );
}

/** The blog's own people among the readers. */
function AuthorBadge() {
  const { t } = useTranslation('status');
  return <span className="state boxed plain-state">{t('author')}</span>;
}

interface ReplyToProps {
  parent: NonNullable<ThreadComment['inReplyTo']>;
  onJump: (commentId: string) => void;
}

function ReplyTo({ parent, onJump }: ReplyToProps) {
  const { t } = useTranslation('comments');
  const name = parent.authorName.trim() === '' ? t('thread.anonymous') : parent.authorName;
  return (
    <button type="button" className="reply-to" title={name} onClick={() => onJump(parent.id)}>
      {parent.number === null
        ? t('thread.replyToName', { name })
        : t('thread.replyTo', { number: parent.number })}
    </button>
  );
}

const onTheWay: Record<NonNullable<ThreadComment['onItsWay']>, CommentState | null> = {
  queued: 'waiting',
  sending: 'waiting',
  'sent-unconfirmed': 'unconfirmed',
  failed: 'failed',
  done: null,
  cancelled: null,
};

/** States that are not the usual one, and whether a decision or a reply is still on its way. */
function Badges({ comment: { status, onItsWay } }: { comment: ThreadComment }) {
  const way = onItsWay === null ? null : onTheWay[onItsWay];
  return (
    <>
      {status !== 'approved' && <StateBadge of="comment" state={status} />}
      {way !== null && <StateBadge of="comment" state={way} boxed />}
    </>
  );
}
