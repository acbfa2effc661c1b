import { useTranslation } from 'react-i18next';
import { isPing } from '../../../main/domain/ping.ts';
import type { ThreadComment } from './desk-words.ts';

/**
 * What hangs in the margin beside a comment: its number on the blog, or a dash where it has none. The comment that is
 * being decided on shows in brackets the number it gets if it is approved; on several at once it would be the same.
 */
export function MarginNumber({ comment, current }: { comment: ThreadComment; current: boolean }) {
  const { t } = useTranslation('comments');
  const { number, numberIfApproved } = comment;
  if (number !== null) return <div className="no">{number}</div>;
  if (current && numberIfApproved !== null) {
    return (
      <div className="no if-approved" title={t('thread.ifApproved', { number: numberIfApproved })}>
        ({numberIfApproved})
      </div>
    );
  }
  return (
    <div className="no" title={t(`thread.${whyNone(comment)}`)}>
      –
    </div>
  );
}

function whyNone(comment: ThreadComment): 'noNumberYet' | 'pingNumber' | 'notSeen' {
  if (comment.unsent) return 'noNumberYet';
  return isPing(comment) ? 'pingNumber' : 'notSeen';
}

/** A comment as it is called aloud: with the number that its readers see, or would see. */
export function useCommentName(comment: ThreadComment, current: boolean): string {
  const { t } = useTranslation('comments');
  const { number, numberIfApproved, author } = comment;
  const name = author.name.trim() === '' ? t('thread.anonymous') : author.name;
  if (number !== null) return t('thread.numbered', { number, name });
  if (!current || numberIfApproved === null) return name;
  return t('thread.numberedIfApproved', { number: numberIfApproved, name });
}
