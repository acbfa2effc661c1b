import type { Comment, CommentStatus } from '../domain/comment.ts';
import type { LibraryIndex, ShardEntry } from './index-file.ts';
import { shardOf } from './layout.ts';
import { type Net, type Replay, withFields } from './replay.ts';
import type { Numbered, Table } from './table.ts';

export interface FirstPageQuery {
  /** Null: of all sites. */
  siteId: string | null;
  statuses: readonly CommentStatus[];
  limit: number;
}

const isWanted = (comment: Comment, { siteId, statuses }: FirstPageQuery): boolean =>
  comment.remoteId !== null &&
  (siteId === null || comment.siteId === siteId) &&
  statuses.includes(comment.status);

/** Newest first; of two with the same date the one that the site took later. */
const byNewest = (a: Comment, b: Comment): number =>
  a.dateGmt === b.dateGmt ? (b.remoteId ?? 0) - (a.remoteId ?? 0) : a.dateGmt < b.dateGmt ? 1 : -1;

/** The newest of many, without sorting all of them. */
class Newest {
  readonly #limit: number;
  #comments: Comment[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(comment: Comment): void {
    this.#comments.push(comment);
    if (this.#comments.length >= 8 * this.#limit + 512) this.#cut();
  }

  get all(): readonly Comment[] {
    this.#cut();
    return this.#comments;
  }

  /** Whether nothing as old as this date can still come in. */
  isBeyond(date: string): boolean {
    const last = this.all[this.#limit - 1];
    return last !== undefined && last.dateGmt > date;
  }

  #cut(): void {
    this.#comments.sort(byNewest);
    this.#comments.length = Math.min(this.#comments.length, this.#limit);
  }
}

function later(a: string, b: string): string {
  if (a > b) return a;
  return b;
}

/** A shard with a date than which no wanted comment in it is newer. */
interface Candidate {
  shard: number;
  newest: string;
}

/** The newest wanted comments of a table, looking at no more of its shards than can be on the page. */
export function firstFromTable(
  query: FirstPageQuery,
  table: Table<Comment>,
  shards: readonly Candidate[],
): readonly Comment[] {
  const newest = new Newest(query.limit);
  for (const { shard, newest: date } of shards) {
    if (newest.isBeyond(date)) break;
    for (const comment of table.inShard(shard)) if (isWanted(comment, query)) newest.add(comment);
  }
  return newest.all;
}

/** The newest date that a wanted comment of a shard can have; null if it cannot have one. */
function newestIn(
  entry: ShardEntry,
  isChanged: boolean,
  { siteId, statuses }: FirstPageQuery,
): string | null {
  const dates = entry.facets
    // What the journal changed in a shard may have any status by now, but it is in the shard with one of its dates.
    .filter(
      ([site, status]) =>
        isChanged || ((siteId === null || site === siteId) && statuses.includes(status as CommentStatus)),
    )
    .map(([, , , newest]) => newest);
  return dates.length > 0 ? dates.reduce(later) : null;
}

/** The shards that may have wanted comments, the most promising first. */
function candidates(index: LibraryIndex, nets: ReadonlyMap<number, Net>, query: FirstPageQuery): Candidate[] {
  const changed = new Set<number>();
  const dates = new Map<number, string>();
  for (const [n, net] of nets) {
    if (net.kind !== 'set') continue;
    changed.add(shardOf(n));
    const { dateGmt } = net.set;
    if (typeof dateGmt === 'string' && dateGmt > (dates.get(shardOf(n)) ?? ''))
      dates.set(shardOf(n), dateGmt);
  }
  return Object.entries(index.collections.comments?.shards ?? {})
    .flatMap(([name, entry]) => {
      const shard = Number(name);
      const newest = newestIn(entry, changed.has(shard), query);
      const moved = dates.get(shard) ?? '';
      return newest === null ? [] : [{ shard, newest: later(newest, moved) }];
    })
    .sort((a, b) => (a.newest < b.newest ? 1 : -1));
}

/**
 * The newest wanted comments, read from as few shards as can be: those whose newest date can still be on the page.
 *
 * @param read the comments of one shard, as it is on disk
 */
export async function firstFromShards(
  query: FirstPageQuery,
  index: LibraryIndex,
  replay: Replay,
  read: (shard: number) => Promise<Numbered[]>,
): Promise<readonly Comment[]> {
  const nets = replay.of('comments');
  const newest = new Newest(query.limit);
  const offer = (comment: Comment) => isWanted(comment, query) && newest.add(comment);
  for (const net of nets.values()) if (net.kind === 'put') offer(net.record as Comment);
  for (const { shard, newest: date } of candidates(index, nets, query)) {
    if (newest.isBeyond(date)) break;
    for (const { n, r } of await read(shard)) {
      const net = nets.get(n);
      if (!net) offer(r as Comment);
      else if (net.kind === 'set') offer(withFields(r, net.set, net.unset) as Comment);
    }
  }
  return newest.all;
}
