import { posts } from './content/posts.ts';

const comments = posts.flatMap((post) => post.comments ?? []);
const withStatus = (status: string) => comments.filter((comment) => comment.status === status).length;

/** How much there is to try, for the words of the welcome screen. `comments` counts what readers and moderators deal with: no spam, no trash. */
export const practiceCounts = {
  posts: posts.length,
  comments: comments.length - withStatus('spam') - withStatus('trash'),
  pending: withStatus('hold'),
  spam: withStatus('spam'),
} as const;
