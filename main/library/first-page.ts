import type { Comment, CommentStatus } from '../domain/comment.ts';
import { type CommentList, comparing, isWanted } from './comment-order.ts';
import type { LibraryIndex, ShardEntry, ShardFacet } from './index-file.ts';
import { shardOf } from './layout.ts';
import { type Net, type Replay, withFields } from './replay.ts';
import type { Sought } from './sought.ts';
import type { Numbered } from './table.ts';

/** The beginning of a list. */
export interface FirstPageQuery extends CommentList {
  limit: number;
}

/** The first of many, without sorting all of them. */
class First {
  readonly #limit: number;
  readonly #isNewest: boolean;
  readonly #compare: ReturnType<typeof comparing>;
  #comments: Comment[] = [];

  constructor({ limit, order }: FirstPageQuery) {
    this.#limit = limit;
    this.#isNewest = order === 'newest';
    this.#compare = comparing(order);
  }

  add(comment: Comment): void {
    this.#comments.push(comment);
    if (this.#comments.length >= 8 * this.#limit + 512) this.#cut();
  }

  get all(): readonly Comment[] {
    this.#cut();
    return this.#comments;
  }

  /** Whether nothing of this date, or beyond it, can still come in. */
  isBeyond(date: string): boolean {
    const last = this.all[this.#limit - 1];
    return last !== undefined && (this.#isNewest ? last.dateGmt > date : last.dateGmt < date);
  }

  #cut(): void {
    this.#comments.sort(this.#compare);
    this.#comments.length = Math.min(this.#comments.length, this.#limit);
  }
}

/** A shard with a date before which, in the order of the list, no wanted comment in it stands. */
interface Candidate {
  shard: number;
  date: string;
  entry: ShardEntry;
  /** What the journal changed in it. */
  numbers: ReadonlySet<number>;
}

/** The one of two dates that comes first in a list. */
const firstDate =
  (order: CommentList['order']) =>
  (a: string, b: string): string =>
    a > b === (order === 'newest') ? a : b;

const NONE: ReadonlySet<number> = new Set();

/** How many comments of these statuses an index knows in a shard, of whatever site. */
const countIn = ({ facets }: ShardEntry, statuses: readonly string[]): number =>
  facets.reduce((sum, [, status, count]) => sum + (statuses.includes(status) ? count : 0), 0);

/** The first date that a wanted comment of a shard can have; null if it cannot have one. */
function dateIn(
  entry: ShardEntry,
  isChanged: boolean,
  { siteId, statuses, order }: FirstPageQuery,
): string | null {
  const dates = entry.facets
    // What the journal changed in a shard may have any status by now, but it is in the shard with one of its dates.
    .filter(
      ([site, status]) =>
        isChanged || ((siteId === null || site === siteId) && statuses.includes(status as CommentStatus)),
    )
    .map(([, , , newest, oldest]) => (order === 'newest' ? newest : (oldest ?? '')));
  return dates.length > 0 ? dates.reduce(firstDate(order)) : null;
}

/** The shards that may have wanted comments, the most promising first. */
function candidates(index: LibraryIndex, nets: ReadonlyMap<number, Net>, query: FirstPageQuery): Candidate[] {
  const first = firstDate(query.order);
  const changed = new Map<number, Set<number>>();
  const dates = new Map<number, string>();
  for (const [n, net] of nets) {
    if (net.kind !== 'set') continue;
    const shard = shardOf(n);
    changed.set(shard, (changed.get(shard) ?? new Set()).add(n));
    const { dateGmt } = net.set;
    if (typeof dateGmt === 'string') dates.set(shard, first(dateGmt, dates.get(shard) ?? dateGmt));
  }
  return Object.entries(index.collections.comments?.shards ?? {})
    .flatMap(([name, entry]) => {
      const shard = Number(name);
      const numbers = changed.get(shard);
      const date = dateIn(entry, numbers !== undefined, query);
      if (date === null) return [];
      return [{ shard, entry, numbers: numbers ?? NONE, date: first(date, dates.get(shard) ?? date) }];
    })
    .sort((a, b) => (a.date === b.date ? 0 : first(a.date, b.date) === a.date ? -1 : 1));
}

/** Whether an index says what is needed: those of an earlier version of the app know no oldest dates. */
const knowsDates = (index: LibraryIndex, { order }: FirstPageQuery): boolean =>
  order === 'newest' ||
  Object.values(index.collections.comments?.shards ?? {}).every(({ facets }) =>
    facets.every((facet: ShardFacet) => facet[4] !== undefined),
  );

/**
 * The first comments of a list, read from as few shards as can be: those whose first date can still be on the page.
 * Null if the index does not say enough for that.
 *
 * @param read the comments of one shard, as it is on disk; those that are not sought there may be left out
 */
export async function firstFromShards(
  query: FirstPageQuery,
  index: LibraryIndex,
  replay: Replay,
  read: (shard: number, sought: Sought) => Promise<Numbered[]>,
): Promise<readonly Comment[] | null> {
  if (!knowsDates(index, query)) return null;
  const nets = replay.of('comments');
  const first = new First(query);
  const offer = (comment: Comment) => isWanted(comment, query) && first.add(comment);
  for (const net of nets.values()) if (net.kind === 'put') offer(net.record as Comment);
  const { statuses } = query;
  for (const { shard, date, entry, numbers } of candidates(index, nets, query)) {
    if (first.isBeyond(date)) break;
    for (const { n, r } of await read(shard, { statuses, count: countIn(entry, statuses), numbers })) {
      const net = nets.get(n);
      if (!net) offer(r as Comment);
      else if (net.kind === 'set') offer(withFields(r, net.set, net.unset) as Comment);
    }
  }
  return first.all;
}
