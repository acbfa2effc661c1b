import type { TFunction } from 'i18next';
import type { LostPost, LostPosts } from './use-lost-posts.ts';

type T = TFunction<'revisions'>;
type Lost = Pick<LostPosts, 'total' | 'joining'>;

const isOnlyJoining = ({ total, joining }: Lost): boolean => joining > 0 && joining === total;

/** What can be brought back, in a title: of posts that are all here again, their versions. */
export const lostTitle = (t: T, lost: Lost): string =>
  t(isOnlyJoining(lost) ? 'lost.titleJoining' : 'lost.title');

/** What has happened to them. */
export function lostLead(t: T, lost: Lost): string {
  if (lost.total === 0) return t('lost.nothing');
  if (isOnlyJoining(lost)) return t('lost.leadJoining');
  return t(lost.joining > 0 ? 'lost.leadMixed' : 'lost.lead');
}

/** What is done with all of them at once. */
export const allAction = (t: T, lost: Lost): string =>
  t(isOnlyJoining(lost) ? 'lost.putAll' : 'lost.bringAll');

/** How many posts can be brought back, and of how many that are here the versions. */
export function lostCount(t: T, { total, joining }: Lost): string {
  const gone = total - joining;
  return [
    ...(gone > 0 ? [t('lost.count', { count: gone })] : []),
    ...(joining > 0 ? [t('lost.countJoining', { count: joining })] : []),
  ].join('. ');
}

/** What has come of posts that were brought back together. */
export function backWords(t: T, posts: readonly { joined: boolean }[]): string {
  const joined = posts.filter((post) => post.joined).length;
  const back = posts.length - joined;
  return [
    ...(back > 0 ? [t('lost.allBack', { count: back })] : []),
    ...(joined > 0 ? [t('lost.allJoined', { count: joined })] : []),
  ].join('. ');
}

type Joins = Pick<LostPost, 'joins'>;

/** Of a post that is here again only versions are put back. */
export const backAction = (t: T, { joins }: Joins): string => t(joins ? 'lost.putBack' : 'lost.bringBack');

/** And only versions are deleted: that post itself stays, here and on its site. */
export const discardAction = (t: T, { joins }: Joins): string =>
  t(joins ? 'lost.discardVersions' : 'lost.discard');

/** What was deleted, and for how long it can still be had. */
export const discardedWords = (t: T, { joins }: Joins, title: string): string =>
  t(joins ? 'lost.discardedVersions' : 'lost.discarded', { title });
