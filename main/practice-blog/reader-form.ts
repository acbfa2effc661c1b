import { CALLER_IP } from './rest/call.ts';
import { firstStatus } from './routes/comment-status.ts';
import { postLink } from './routes/post-view.ts';
import { toStamp } from './site-time.ts';
import type { PracticeComment, PracticeState } from './state.ts';

/** Where the form under a post sends what a reader wrote, as in WordPress. */
export const FORM_PATH = '/wp-comments-post.php';

/** What came of it: where the reader is sent, or the status and words of the error page. */
export type Received = { state: PracticeState; location: string } | { status: number; error: string };

/** The blog as the form sees it. */
export interface FormCall {
  base: string;
  userAgent: string;
  now: Date;
  /** A copy: the comment is put into it. */
  state: PracticeState;
}

/** Takes a reader's comment: plain text only, by the blog's rules into the queue or straight to the page. */
export function receiveComment(call: FormCall, form: URLSearchParams): Received {
  const { state } = call;
  const field = (name: string) => (form.get(name) ?? '').trim();
  const post = state.posts.find((one) => one.id === Number(field('comment_post_ID')));
  if (post?.status !== 'publish') return { status: 404, error: 'Няма такава публикация.' };
  if (post.comment_status === 'closed') return { status: 403, error: 'Коментарите са затворени.' };
  const comment: PracticeComment = {
    id: state.nextId.comment,
    post: post.id,
    parent: Number(field('comment_parent')) || 0,
    author: 0,
    author_name: stripTags(field('author')),
    author_email: field('email'),
    author_url: field('url'),
    author_ip: CALLER_IP,
    author_user_agent: call.userAgent,
    date_gmt: toStamp(call.now),
    content: stripTags(field('comment')),
    status: 'hold',
    statusBefore: null,
    type: 'comment',
  };
  // WordPress answers these with 200 and an error page, so that browsers keep what was typed.
  if (comment.content === '') return { status: 200, error: 'Напишете коментара си.' };
  if (comment.author_name === '' || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(comment.author_email))
    return { status: 200, error: 'Попълнете името и имейла си.' };
  if (state.comments.some((other) => isTwin(other, comment)))
    return { status: 409, error: 'Това вече го казахте.' };
  comment.status = firstStatus(state, comment);
  state.nextId.comment += 1;
  state.comments.push(comment);
  return { state, location: `${postLink(call.base, post)}#comment-${comment.id}` };
}

/** The same words by the same person at the same place, the trash not counted. */
export function isTwin(other: PracticeComment, comment: PracticeComment): boolean {
  return (
    other.post === comment.post &&
    other.parent === comment.parent &&
    other.content === comment.content &&
    other.status !== 'trash' &&
    (other.author_name === comment.author_name ||
      (comment.author_email !== '' && other.author_email === comment.author_email))
  );
}

function stripTags(text: string): string {
  return text.replace(/<[^>]*>/g, '');
}
