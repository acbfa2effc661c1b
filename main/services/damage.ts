import type { z } from 'zod';
import type { libraryHealthSchema } from '../../preload/contract/library.ts';
import { guessLanguage } from '../domain/language.ts';
import { isWhole } from '../domain/lost-post.ts';
import { distrusted, type Post } from '../domain/post.ts';
import { ok, type Result } from '../domain/result.ts';
import { hadSince } from '../domain/revision.ts';
import type { CollectionName } from '../library/collections.ts';
import type { DamageReport } from '../library/damage-report.ts';
import type { Library } from '../library/library.ts';
import type { Repair } from '../library/repairs.ts';
import { lostIn } from '../revisions/lost-posts.ts';
import {
  type Doubted,
  doubtfulIn,
  hasTextAgain,
  isPulledAgain,
  named,
  withDamagedText,
  withDamagedWords,
  withSavedWords,
} from './damaged-records.ts';

type Damage = NonNullable<z.infer<typeof libraryHealthSchema>['damage']>;
type Loss = Damage['losses'][number];

/** Enough to see what it is about; all of them may be damaged. */
const MOST_POSTS = 20;

/** As they are told: what reads best in one sentence. */
const KIND_ORDER: readonly Loss['what'][] = [
  ...(['posts', 'comments', 'texts', 'replyDrafts', 'operations', 'decisions'] as const),
  ...(['revisions', 'savedSearches', 'sites', 'preferences', 'changes', 'files', 'all'] as const),
];

/** What a collection is to people; null for those that are made anew by themselves. */
const KINDS: Record<CollectionName, Loss['what'] | null> = {
  posts: 'posts',
  comments: 'comments',
  replyDrafts: 'replyDrafts',
  operations: 'operations',
  decisions: 'decisions',
  revisions: 'revisions',
  savedSearches: 'savedSearches',
  sites: 'sites',
  preferences: 'preferences',
  contacts: null,
  setAside: null,
  clockReadings: null,
};

function kindOf({ what, collection, lost, fromBeginning, ids = [] }: Repair): Loss['what'] | null {
  if (lost === 0) return null;
  if (what === 'body') return collection === 'revisions' && ids.length === 0 ? 'revisions' : 'texts';
  if (what === 'journal') return fromBeginning ? 'all' : 'changes';
  if (what === 'manifest') return 'all'; // what was beside it is gone
  if (what === 'index') return 'files';
  return what === 'shard' && collection !== null ? KINDS[collection] : null;
}

/** What was lost, by kind; a kind of which nobody knows how much is lost stays unknown. */
function lossesIn(repairs: readonly Repair[]): Omit<Loss, 'back'>[] {
  const losses = new Map<Loss['what'], Omit<Loss, 'back'>>();
  const posts = new Set<string>();
  for (const repair of repairs) {
    const what = kindOf(repair);
    if (what === null) continue;
    const { kept, lost } = losses.get(what) ?? { kept: 0, lost: 0 };
    const more = repair.ids?.length ? newAmong(repair.ids, posts) : repair.lost;
    const sum = lost === null || more === null ? null : lost + more;
    losses.set(what, { what, kept: kept + repair.kept, lost: sum });
  }
  return KIND_ORDER.flatMap((what) => losses.get(what) ?? []);
}

/** How many of the lost posts are here again, or were let go by somebody. Of one without versions nobody can say. */
function postsBack(reports: readonly DamageReport[], library: Library, lost: number): number {
  const named = new Set(reports.flatMap(({ lostPosts = [] }) => lostPosts));
  if (named.size === 0) return 0;
  const still = lostIn(library).filter(({ postId }) => named.has(postId)).length;
  // Reports of the same file count it once: as long as any is lost, not all are back.
  return Math.min(named.size - still, still > 0 ? lost - 1 : lost);
}

/** How many of what was lost are known to be here again. */
function backOf(loss: Omit<Loss, 'back'>, reports: readonly DamageReport[], library: Library): number {
  if (loss.what === 'posts') return postsBack(reports, library, amountOf(loss));
  if (loss.what === 'texts') return Math.min(textsBack(reports, library), amountOf(loss));
  return loss.what === 'sites' ? Math.min(sitesBack(reports, library), amountOf(loss)) : 0;
}

/** Of how many posts the damaged text is here again. */
const textsBack = (reports: readonly DamageReport[], library: Library): number =>
  [...named(reports, withDamagedText)].filter(([id, at]) => hasTextAgain(library.get('posts', id), at))
    .length;

/** How many sites were connected since sites were lost. */
function sitesBack(reports: readonly DamageReport[], library: Library): number {
  const lost = reports.find(({ repairs, acknowledged }) =>
    repairs.slice(acknowledged).some((repair) => kindOf(repair) === 'sites'),
  );
  return library.all('sites').filter(({ connectedAt }) => lost !== undefined && connectedAt > lost.foundAt)
    .length;
}

/** How many of these posts had no damaged text so far: one has its own, and those of its site beside it. */
function newAmong(ids: readonly string[], posts: Set<string>): number {
  const before = posts.size;
  for (const id of ids) posts.add(id);
  return posts.size - before;
}

/**
 * A file that was not mended yet is found again at each start, and one that was can be damaged again: nobody is told of
 * less than before for it.
 */
function worstRepairs(reports: readonly DamageReport[]): Repair[] {
  const byFile = new Map<string, Repair>();
  for (const { repairs, acknowledged } of reports) {
    for (const repair of repairs.slice(acknowledged)) {
      const known = byFile.get(repair.file);
      if (!known || amountOf(repair) >= amountOf(known)) byFile.set(repair.file, repair);
    }
  }
  return [...byFile.values()];
}

/** An index is made anew from what it is the index of: where that is all here, nobody has to know. */
const isForPeople = ({ what, lost }: Repair): boolean => what !== 'index' || lost !== 0;

const amountOf = ({ lost }: Pick<Repair, 'lost'>): number => lost ?? Number.POSITIVE_INFINITY;

/** Kinds of which sites hold their own copies. */
const ON_SITES: readonly Loss['what'][] = ['posts', 'texts', 'comments', 'changes', 'files', 'all'];

function pullState(
  library: Library,
  losses: readonly Loss[],
  doubtful: readonly Doubted[],
  foundAt: string,
): Damage['pull'] {
  const sites = library.all('sites');
  const hasLost = losses.some(({ what }) => ON_SITES.includes(what));
  if (sites.length === 0 || !(hasLost || doubtful.some(isPulledAgain))) return 'none';
  if (sites.every(({ pulledAt }) => pulledAt !== null && pulledAt > foundAt)) return 'done';
  return hasLost ? 'asked-for' : 'letters';
}

/**
 * What a person has to be told of these reports; null if there are none.
 *
 * @param isLoaded whether posts and versions can be asked about
 * @param texts how many long texts that may be of what was lost are kept and are nowhere else
 */
export function damageOf(
  reports: readonly DamageReport[],
  library: Library,
  isLoaded: boolean,
  texts: number,
): Damage | null {
  const newest = reports.at(-1);
  if (newest === undefined) return null;
  const repairs = worstRepairs(reports).filter(isForPeople);
  if (repairs.length === 0) return null;
  const losses = lossesIn(repairs).map((loss) => ({
    ...loss,
    back: isLoaded ? backOf(loss, reports, library) : 0,
  }));
  const doubtful = isLoaded ? doubtfulIn(reports, library) : [];
  const posts = isLoaded ? toBeLookedAt(reports, library).slice(0, MOST_POSTS) : [];
  return {
    foundAt: newest.foundAt,
    losses,
    posts: damagedRows(library, posts),
    doubtful: doubtful.length,
    isAltered: repairs.some(({ what, doubtful: altered = [] }) => what === 'shard' && altered.length > 0),
    pull: pullState(library, losses, doubtful, newest.foundAt),
    hasFiles: repairs.some(({ quarantined }) => quarantined !== null),
    texts,
  };
}

/** Posts that somebody has to look at: with damaged words that no site has brought again, or with words to compare. */
function toBeLookedAt(reports: readonly DamageReport[], library: Library): Post[] {
  const damaged = [...named(reports, withDamagedWords)].filter(
    ([id, at]) => !hasTextAgain(library.get('posts', id), at),
  );
  const ids = new Set([...damaged.map(([id]) => id), ...named(reports, withSavedWords).keys()]);
  return [...ids].flatMap((id) => library.get('posts', id) ?? []);
}

/** Posts with a damaged text, and what is left of them beside it: versions whose own texts are not damaged. */
function damagedRows(library: Library, posts: readonly Post[]): Damage['posts'] {
  const ids = new Set(posts.map(({ id }) => id));
  const all = posts.length === 0 ? [] : [...library.newestFirst('revisions')];
  const mine = all.filter((version) => ids.has(version.postId) && isWhole(version));
  const versions = Map.groupBy(mine, ({ postId }) => postId);
  return posts.map(({ id, siteId, fields: { title } }) => {
    const site = library.get('sites', siteId ?? '');
    const [newest, ...older] = versions.get(id) ?? [];
    return {
      ...{ id, title, language: guessLanguage(title, site?.language ?? 'en') },
      ...{ versions: newest ? older.length + 1 : 0, at: newest ? hadSince(newest) : null },
    };
  });
}

/**
 * Forgets which version of the site these posts are based on. The next pull then brings their texts again, and an upload
 * of what was made of a damaged text is compared with the site's first, as if the post had changed there.
 */
export function distrustTexts(library: Library, ids: Iterable<string>): Promise<Result<null>> {
  return library.transact((tx) => {
    for (const id of ids) {
      const post = tx.get('posts', id);
      if (post?.base) tx.put('posts', distrusted(post));
    }
    return ok(null);
  });
}
