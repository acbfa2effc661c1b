import type { PracticeComment, PracticeState } from '../state.ts';

/** So many links hold a comment back (`comment_max_links`). */
const LINKS_TO_HOLD = 2;

/** Writes a status in the words the API takes; an unknown one is accepted and changes nothing. */
export function setStatus(comment: PracticeComment, wanted: string): void {
  if (wanted === 'approved' || wanted === 'approve' || wanted === '1') moveTo(comment, 'approved');
  else if (wanted === 'hold' || wanted === '0') moveTo(comment, 'hold');
  else if (wanted === 'spam' || wanted === 'trash') putAside(comment, wanted);
  // Taking back what was never put aside ends in the queue, even from `approved` (seen on 6.8.7).
  else if (wanted === 'unspam' || wanted === 'untrash') moveTo(comment, comment.statusBefore ?? 'hold');
}

/** Where a new comment goes by the blog's rules: people with an account are trusted, others after one approved comment. */
export function firstStatus(state: PracticeState, comment: PracticeComment): 'approved' | 'hold' {
  if (comment.author !== 0) return 'approved';
  const links = comment.content.match(/<a [^>]*href|(?<!["'=])https?:\/\//gi) ?? [];
  if (links.length >= LINKS_TO_HOLD) return 'hold';
  const isKnown = state.comments.some(
    (other) =>
      other.status === 'approved' &&
      other.author_name === comment.author_name &&
      other.author_email === comment.author_email,
  );
  return isKnown ? 'approved' : 'hold';
}

function moveTo(comment: PracticeComment, status: 'approved' | 'hold' | 'spam'): void {
  comment.status = status;
  comment.statusBefore = null;
}

function putAside(comment: PracticeComment, status: 'spam' | 'trash'): void {
  if (comment.status === status) return;
  const before = comment.status;
  comment.statusBefore = before === 'trash' || before === 'post-trashed' ? comment.statusBefore : before;
  comment.status = status;
}
