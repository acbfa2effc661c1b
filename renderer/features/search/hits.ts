import type { CallOutput } from '../../data/request.ts';

type Found = CallOutput<'search', 'find'>;
export type PostHit = Found['posts'][number];
export type CommentHit = Found['comments'][number];
export type Segments = PostHit['snippet'];

/** One line of the results. */
export type AnyHit = { kind: 'post'; hit: PostHit } | { kind: 'comment'; hit: CommentHit };

/** Tells hits apart: a post and a comment may have the same id. */
export const hitKey = ({ kind, hit }: AnyHit): string => `${kind} ${hit.id}`;

/** The hits of some pages in their order, posts first. Between two pages records can move: none is shown twice. */
export function hitsOf(pages: readonly Pick<Found, 'posts' | 'comments'>[]): AnyHit[] {
  const hits: AnyHit[] = [
    ...pages.flatMap(({ posts }) => posts.map((hit) => ({ kind: 'post' as const, hit }))),
    ...pages.flatMap(({ comments }) => comments.map((hit) => ({ kind: 'comment' as const, hit }))),
  ];
  const seen = new Set<string>();
  return hits.filter((hit) => {
    const key = hitKey(hit);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Index of the hit under the cursor; the first if it is not among them any more, -1 if there are none. */
export function cursorIndex(hits: readonly AnyHit[], cursor: string | null): number {
  const at = hits.findIndex((hit) => hitKey(hit) === cursor);
  return at >= 0 ? at : Math.min(0, hits.length - 1);
}

/** Text of a piece of a hit without its marks. */
export const textOf = (segments: Segments): string => segments.map(({ text }) => text).join('');
