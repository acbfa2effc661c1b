import { useTranslation } from 'react-i18next';
import type { DecisionKind } from '../../../main/domain/decision.ts';
import { Pane } from '../../components/Pane.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { useSiteNames } from '../sites/use-sites.ts';
import { ActionBar } from './ActionBar.tsx';
import type { ThreadComment } from './desk-words.ts';
import { PersonCard } from './PersonCard.tsx';
import { plainWords } from './plain-words.ts';
import { ReplyBox } from './ReplyBox.tsx';
import { ThreadReading } from './ThreadReading.tsx';
import type { CommentDeskState } from './use-comment-desk.ts';
import type { ShownDetail } from './use-comment-detail.ts';

export interface CommentPaneProps {
  desk: CommentDeskState;
  onDecide: (decision: DecisionKind) => void;
  onOpenPost: (postId: string) => void;
}

/** The comment under the cursor: what can be done with it, its thread, its author. */
export function CommentPane(props: CommentPaneProps) {
  const { t } = useTranslation('comments');
  const errorText = useErrorText();
  const { shown, error } = props.desk;
  const problem = error === null ? null : errorText(error);
  const comment = shown?.detail.thread.comments.find(({ id }) => id === shown.id);
  return (
    <Pane label={t('view.one')} surface="paper" className="comment-pane">
      {problem !== null && <ProblemNotice what={problem.what} kept={problem.safe} next={problem.todo} />}
      {problem === null && shown !== null && comment !== undefined && (
        <CommentAtHand {...props} shown={shown} comment={comment} />
      )}
    </Pane>
  );
}

interface CommentAtHandProps extends CommentPaneProps {
  shown: ShownDetail;
  comment: ThreadComment;
}

function CommentAtHand({ desk, shown, comment, onDecide, onOpenPost }: CommentAtHandProps) {
  const nameOf = useSiteNames();
  const { thread, person, replyDraft } = shown.detail;
  const replyBox = (
    <ReplyBox
      key={comment.id}
      commentId={comment.id}
      authorName={comment.author.name}
      language={comment.language}
      siteLanguage={thread.siteLanguage}
      draft={replyDraft}
      quotable={() => plainWords(comment.html)}
      approves={comment.status === 'pending' && desk.mayDecide}
      onSend={desk.reply.send}
      onClose={desk.reply.close}
      focusTurn={desk.reply.turn}
    />
  );
  return (
    <>
      <ActionBar
        status={comment.status}
        mayDecide={desk.mayDecide}
        replying={desk.reply.open}
        index={desk.index}
        total={desk.list.rows.total}
        onDecide={onDecide}
        onReply={desk.reply.open ? desk.reply.close : desk.reply.write}
      />
      <div className="desk">
        <ThreadReading
          thread={thread}
          site={desk.sites.length > 1 ? nameOf(thread.siteId) : undefined}
          currentId={comment.id}
          open={desk.threadOpen}
          onToggle={desk.toggleThread}
          onOpenPost={onOpenPost}
          reply={desk.reply.open && replyBox}
        />
        <PersonCard
          person={person}
          language={comment.language}
          timeZone={thread.timeZone}
          links={desk.links}
        />
      </div>
    </>
  );
}
