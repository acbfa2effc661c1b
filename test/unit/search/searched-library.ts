import type { Comment } from '../../../main/domain/comment.ts';
import type { Post } from '../../../main/domain/post.ts';
import { ok, type Result } from '../../../main/domain/result.ts';
import type { Site } from '../../../main/domain/site.ts';
import type { CollectionName, Stored } from '../../../main/library/collections.ts';
import type { Commit, RecordChange } from '../../../main/library/library.ts';
import type { SearchedLibrary } from '../../../main/search/feed.ts';
import { aSite } from '../../support/builders.ts';

type Table = 'sites' | 'posts' | 'comments';
type RecordOf = { sites: Site; posts: Post; comments: Comment };

/** A library in memory with the side that search reads, for records by the ten thousand and commits by hand. */
export class MemoryLibrary implements SearchedLibrary {
  id = 'library-1';
  sequence = 1;
  repairs = [];
  loaded: Promise<Result<null>> = Promise.resolve(ok(null));
  readonly #tables = new Map<string, Map<string, { id: string }>>();
  readonly #listeners = new Set<(commit: Commit) => void>();

  constructor(site: Site = aSite()) {
    this.#tables.set('sites', new Map([[site.id, site]]));
  }

  readonly get: SearchedLibrary['get'] = (collection, id) => this.#tables.get(collection)?.get(id) as never;
  readonly all: SearchedLibrary['all'] = (collection) =>
    [...(this.#tables.get(collection)?.values() ?? [])] as never;

  onCommit(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts and removes (null) records as one commit. */
  commit<T extends Table>(table: T, records: readonly (RecordOf[T] | { removed: string })[]): void {
    this.sequence += 1;
    const rows = this.#tables.get(table) ?? new Map<string, { id: string }>();
    this.#tables.set(table, rows);
    const changes = new Map<string, RecordChange>();
    for (const record of records) {
      const id = 'removed' in record ? record.removed : record.id;
      const before = rows.get(id) as Stored | undefined;
      if ('removed' in record) rows.delete(id);
      else rows.set(id, record);
      changes.set(id, { before, after: rows.get(id) as Stored | undefined });
    }
    const commit: Commit = {
      ...{ revision: this.sequence, sequence: this.sequence },
      collections: new Set<CollectionName>([table]),
      changes: new Map([[table as CollectionName, changes]]),
    };
    for (const listener of this.#listeners) listener(commit);
  }
}
