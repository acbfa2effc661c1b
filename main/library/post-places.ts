import type { Post } from '../domain/post.ts';
import type { Step } from './steps.ts';
import type { Table } from './table.ts';

/** Posts by where they are on their sites, for what only knows that: every comment does. */
export class PostPlaces {
  readonly #table: Table<Post>;
  /** Ids, by site and number there; null: to be found anew. Not the records, which would keep their texts in memory. */
  #ids: Map<string, Map<number, string>> | null = null;

  constructor(table: Table<Post>) {
    this.#table = table;
  }

  /** The post with this number on this site. */
  at(siteId: string, remoteId: number): Post | undefined {
    this.#ids ??= this.#find();
    const id = this.#ids.get(siteId)?.get(remoteId);
    return id === undefined ? undefined : this.#table.get(id);
  }

  /** Follows what has just been committed, or loaded. */
  apply(steps: readonly Step[]): void {
    const moves = ({ collection, before, after }: Step) =>
      collection === 'posts' && placeOf(before as Post | undefined) !== placeOf(after as Post | undefined);
    if (steps.some(moves)) this.#ids = null;
  }

  #find(): Map<string, Map<number, string>> {
    const ids = new Map<string, Map<number, string>>();
    for (const { id, siteId, remoteId } of this.#table.all()) {
      if (siteId === null || remoteId === null) continue;
      const there = ids.get(siteId) ?? new Map<number, string>();
      ids.set(siteId, there);
      if (!there.has(remoteId)) there.set(remoteId, id);
    }
    return ids;
  }
}

const placeOf = (post: Post | undefined): string | null =>
  post?.siteId == null || post.remoteId === null ? null : `${post.siteId}/${post.remoteId}`;
