import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useCall } from '../../data/use-call.ts';
import { useErrorText } from '../../i18n/error-text.ts';
import './comments.css';
import { Folio } from './Folio.tsx';
import { NothingSaid } from './NothingHere.tsx';
import { ThreadArticle } from './ThreadArticle.tsx';
import { useArticles } from './use-articles.ts';
import { useOpenLink } from './use-open-link.tsx';

/** The whole thread under a post, numbered as its readers see it. */
export function ThreadView({ postId }: { postId: string }) {
  const { t } = useTranslation('comments');
  const errorText = useErrorText();
  const { open, question } = useOpenLink();
  const { data: thread, error } = useCall('comments', 'thread', { postId }, { keepPrevious: false });
  const articles = useArticles();
  if (error !== null) {
    const { what, safe, todo } = errorText(error);
    return <ProblemNotice what={what} kept={safe} next={todo} />;
  }
  if (thread === undefined) return null;
  return (
    <section className="thread" aria-label={t('thread.label')}>
      <Folio thread={thread} />
      {thread.comments.length === 0 && <NothingSaid />}
      {thread.comments.map((comment) => (
        <ThreadArticle
          key={comment.id}
          comment={comment}
          thread={thread}
          as="plain"
          onJump={articles.goTo}
          onOpenLink={open}
          ref={articles.refOf(comment.id)}
        />
      ))}
      {question}
    </section>
  );
}
