import type { Comment } from '../domain/comment.ts';
import { isDistrusted, isDraft, type Post } from '../domain/post.ts';
import type { Revision } from '../domain/revision.ts';
import type { CollectionName } from '../library/collections.ts';
import type { DamageReport } from '../library/damage-report.ts';
import type { Library } from '../library/library.ts';
import type { Repair } from '../library/repairs.ts';

/** What people are told of when letters in it may be wrong. */
const WITH_LETTERS: readonly CollectionName[] = ['posts', 'comments', 'revisions'];
export type Doubted = Post | Comment | Revision;

/** Records that a repair names. */
type Naming = (repair: Repair) => readonly string[];

/** Posts whose long text was lost, or torn. */
export const withDamagedText: Naming = ({ ids = [], lost }) => (lost === 0 ? [] : ids);
const withWrongLetters: Naming = ({ what, collection, doubtful = [] }) =>
  what === 'shard' && WITH_LETTERS.some((each) => each === collection) ? doubtful : [];
/** What may not be as it was written, be it lost or altered. */
export const withDamagedWords: Naming = (repair) => [...withDamagedText(repair), ...withWrongLetters(repair)];
/** Posts of which a version has words that are nowhere else; what the site has says nothing of these. */
export const withSavedWords: Naming = ({ what, doubtful = [] }) => (what === 'journal' ? doubtful : []);

/** The records that are named, and when they were last (ISO). */
export function named(reports: readonly DamageReport[], naming: Naming): Map<string, string> {
  const found = new Map<string, string>();
  for (const { repairs, acknowledged, foundAt } of reports) {
    for (const id of repairs.slice(acknowledged).flatMap(naming)) found.set(id, foundAt);
  }
  return found;
}

/** The records that are still as a damaged file had them, where letters in them may be wrong. */
export function doubtfulIn(reports: readonly DamageReport[], library: Library): Doubted[] {
  return [...named(reports, withWrongLetters)].flatMap(([id, at]): Doubted[] => {
    const post = library.get('posts', id);
    if (post) return hasTextAgain(post, at) ? [] : [post];
    const comment = library.get('comments', id);
    if (comment) return isPulledSince(library, comment, at) ? [] : [comment];
    return [library.get('revisions', id) ?? []].flat();
  });
}

const isPulledSince = (library: Library, { siteId }: Comment, at: string): boolean =>
  (library.get('sites', siteId)?.pulledAt ?? '') > at;

/** Whether a pull brings what is here of this record once more. */
export const isPulledAgain = (record: Doubted): boolean =>
  'postRemoteId' in record || ('base' in record && !isDraft(record));

/**
 * Whether the site has been asked for the text since it was found damaged, see `distrusted`. It does not have
 * what was changed here, nor what was never there: that is as it was left until somebody has written in it.
 */
export function hasTextAgain(post: Post | undefined, foundAt: string): boolean {
  if (!post || isDistrusted(post)) return false;
  return !isDraft(post) || post.editedAt > foundAt;
}
