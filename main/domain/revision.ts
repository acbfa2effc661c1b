import { z } from 'zod';
import { type Post, type PostFields, postFieldsSchema, sameFields } from './post.ts';

/**
 * Why an earlier version was kept. `edited`: it was about to be written over. `pulled`: the site's newer version took
 * its place. `before-restore`: an older one was put in its place. `conflict`: both sides had changed. `published`: what
 * the site confirmed, whatever status it has there.
 */
export const revisionKindSchema = z.enum(['edited', 'pulled', 'before-restore', 'conflict', 'published']);

/**
 * An earlier version of a post, kept here. The newest version is the post itself. Not to be mixed up with
 * `post.revision`, which is a number: how often the post has been saved.
 */
export const revisionSchema = z.object({
  id: z.string(),
  postId: z.string(),
  kind: revisionKindSchema,
  fields: postFieldsSchema,
  /** Since when the post had these words; of an event, when it happened (ISO). */
  at: z.string(),
  /** When they were kept as a revision (ISO). */
  keptAt: z.string(),
  /** Words of the body as readers count them. */
  words: z.number(),
  /** UTF-16 units of the body; left out in libraries from before it was noted. */
  length: z.number().optional(),
  /** Characters that differ from the revision kept before it, see {@link changedCharacters}. */
  changed: z.number(),
  /**
   * The post's version number when it had these words; 0 for words that it never had, such as those of its site that
   * were not chosen. Left out in libraries from before it was noted, and where nobody can say.
   */
  postRevision: z.number().optional(),
  /** Where the post belonged when it was kept; left out in libraries from before it was noted. */
  place: z.object({ siteId: z.string().nullable(), remoteId: z.number().nullable() }).optional(),
  /** Since when its post is removed on purpose (ISO): without its post, it is nothing that was lost. */
  removedAt: z.string().optional(),
});

export type RevisionKind = z.infer<typeof revisionKindSchema>;
export type Revision = z.infer<typeof revisionSchema>;

/** Since when a post with these revisions is removed on purpose (ISO): the newest time that any of them tells. */
export const removedSince = (revisions: readonly Pick<Revision, 'removedAt'>[]): string | undefined =>
  revisions
    .flatMap(({ removedAt }) => removedAt ?? [])
    .sort()
    .at(-1);

/**
 * Since when the post had these words here (ISO). Words that came from a site have its date, and that of a scheduled
 * post lies ahead: they were here when they were kept, at the latest.
 */
export const hadSince = ({ at, keptAt }: Pick<Revision, 'at' | 'keptAt'>): string =>
  at < keptAt ? at : keptAt;

const MINUTE = 60_000;

/** Time after which a save keeps what it writes over. Also what tells one sitting from the next. */
const LONGEST_BETWEEN = 5 * MINUTE;
/** Changed characters after which it does so earlier: about two sentences, and nobody types more between two saves. */
const MOST_CHANGED = 200;
/** Characters that one save may take out before what had them is kept: a sentence. */
const MOST_TAKEN_OUT = 40;

const BLANK = { title: '', body: '', excerpt: '' };

type Words = Pick<PostFields, 'title' | 'body' | 'excerpt'>;

/**
 * Whether the present version of a post is worth keeping before `next` takes its place. Cheap: the time is looked at
 * first, and long texts are compared in big steps.
 *
 * @param newest the revision kept last; undefined: there is none
 */
export function isDue(post: Post, newest: Revision | undefined, next: PostFields, now: string): boolean {
  const { title, body } = post.fields;
  if (title.trim() === '' && body.trim() === '') return false;
  const since = Date.parse(now) - Date.parse(newest?.keptAt ?? post.createdAt);
  // A clock that was put back says nothing about how long ago something was.
  const isFresh = since >= 0 && since < LONGEST_BETWEEN;
  if (isFresh && !isMuch(post, newest, next)) return false;
  return newest === undefined || !sameFields(newest.fields, post.fields);
}

const isMuch = (post: Post, newest: Revision | undefined, next: PostFields): boolean =>
  changedCharacters(newest?.fields ?? BLANK, next) >= MOST_CHANGED ||
  takenOut(post.fields, next) >= MOST_TAKEN_OUT;

/** How many characters lie between the first and the last that differ, on the longer side. */
export const changedCharacters = (a: Words, b: Words): number =>
  changedIn(a.title, b.title) + changedIn(a.body, b.body) + changedIn(a.excerpt, b.excerpt);

/** How many characters of the first are not in the second: those between the same beginning and the same end. */
const takenOut = (a: Words, b: Words): number =>
  takenFrom(a.title, b.title) + takenFrom(a.body, b.body) + takenFrom(a.excerpt, b.excerpt);

const takenFrom = (a: string, b: string): number => a.length - sameIn(a, b);

const changedIn = (a: string, b: string): number => Math.max(a.length, b.length) - sameIn(a, b);

/** Characters that both begin and end with. */
function sameIn(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  if (a === b) return shorter;
  const start = sameStart(a, b, shorter);
  return start + sameEnd(a, b, shorter - start);
}

/** Characters compared at once: in one piece they cost next to nothing. */
const STEP = 4096;

function sameStart(a: string, b: string, most: number): number {
  let same = 0;
  while (same + STEP <= most && a.slice(same, same + STEP) === b.slice(same, same + STEP)) same += STEP;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  return same;
}

function sameEnd(a: string, b: string, most: number): number {
  const tail = (text: string, from: number, length: number) =>
    text.slice(text.length - from - length, text.length - from);
  let same = 0;
  while (same + STEP <= most && tail(a, same, STEP) === tail(b, same, STEP)) same += STEP;
  while (same < most && tail(a, same, 1) === tail(b, same, 1)) same += 1;
  return same;
}
