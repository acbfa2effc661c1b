import type { CollectionName, Stored } from './collections.ts';
import { type CountedCollection, facetOf, isCounted } from './facets.ts';
import type { LibraryIndex, ShardEntry } from './index-file.ts';
import type { Counts } from './journal-line.ts';
import type { Step } from './steps.ts';

/** Records by status. */
export type StatusCounts = Readonly<Record<string, number>>;

/** What is known of one collection. */
class Sums {
  /** By site, then status. */
  readonly counts = new Map<string, Map<string, number>>();

  get(site: string, status: string): number {
    return this.counts.get(site)?.get(status) ?? 0;
  }

  set(site: string, status: string, count: number): void {
    const statuses = this.counts.get(site) ?? new Map<string, number>();
    this.counts.set(site, statuses);
    if (count > 0) statuses.set(status, count);
    else statuses.delete(status);
  }
}

/** How many records of each site have which status, kept as things change: to count a hundred thousand is felt. */
export class Tally {
  readonly #sums = new Map<CollectionName, Sums>();

  /** Of one site, or of all with null. */
  counts(collection: CountedCollection, site: string | null): StatusCounts {
    const sum: Record<string, number> = {};
    for (const [each, statuses] of this.#of(collection).counts) {
      if (site !== null && each !== site) continue;
      for (const [status, count] of statuses) sum[status] = (sum[status] ?? 0) + count;
    }
    return sum;
  }

  addShard(collection: CollectionName, { facets }: ShardEntry): void {
    const sums = this.#of(collection);
    for (const [site, status, count] of facets) sums.set(site, status, sums.get(site, status) + count);
  }

  apply(steps: readonly Step[]): void {
    for (const [collection, site, status, by] of differences(steps)) {
      const sums = this.#of(collection);
      sums.set(site, status, sums.get(site, status) + by);
    }
  }

  /** Takes over what an index says, and then what the journals after it say. */
  foresee(index: LibraryIndex, counts: Counts): void {
    for (const [collection, { shards }] of Object.entries(index.collections)) {
      for (const entry of Object.values(shards)) this.addShard(collection as CollectionName, entry);
    }
    for (const [collection, sites] of Object.entries(counts)) {
      for (const [site, statuses] of Object.entries(sites)) {
        for (const [status, count] of Object.entries(statuses)) {
          this.#of(collection as CollectionName).set(site, status, count);
        }
      }
    }
  }

  /** Replaces what was tallied, or foreseen, of a collection. */
  takeOver(collection: CollectionName, other: Tally): void {
    this.#sums.set(collection, other.#of(collection));
  }

  /** Counts a collection anew. */
  recount(collection: CollectionName, records: Iterable<Stored>): void {
    const sums = this.#of(collection);
    sums.counts.clear();
    for (const record of records) {
      const facet = facetOf(collection, record);
      if (facet) sums.set(facet.site, facet.status, sums.get(facet.site, facet.status) + 1);
    }
  }

  /** The counters that these steps change, as they will be; undefined if there is none. */
  after(steps: readonly Step[]): Counts | undefined {
    const counts: Record<string, Record<string, Record<string, number>>> = {};
    for (const [collection, site, status, by] of differences(steps)) {
      const sites = counts[collection] ?? {};
      const statuses = sites[site] ?? {};
      statuses[status] = (statuses[status] ?? this.#of(collection).get(site, status)) + by;
      counts[collection] = { ...sites, [site]: statuses };
    }
    return Object.keys(counts).length > 0 ? counts : undefined;
  }

  /** The counters that these records are counted in, as they are; undefined if there is none. */
  around(records: Iterable<readonly [CollectionName, Stored]>): Counts | undefined {
    const counts: Counts = {};
    for (const [collection, record] of records) {
      const facet = facetOf(collection, record);
      if (!facet) continue;
      const { site, status } = facet;
      const sites = counts[collection] ?? {};
      sites[site] = { ...sites[site], [status]: this.#of(collection).get(site, status) };
      counts[collection] = sites;
    }
    return Object.keys(counts).length > 0 ? counts : undefined;
  }

  #of(collection: CollectionName): Sums {
    const sums = this.#sums.get(collection) ?? new Sums();
    this.#sums.set(collection, sums);
    return sums;
  }
}

/** What each step adds to and takes from the counters; nothing for one that changes neither site nor status. */
function* differences(steps: readonly Step[]): Generator<[CollectionName, string, string, number]> {
  for (const { collection, before, after } of steps) {
    if (!isCounted(collection)) continue;
    const old = facetOf(collection, before);
    const now = facetOf(collection, after);
    if (old?.site === now?.site && old?.status === now?.status) continue;
    if (old) yield [collection, old.site, old.status, -1];
    if (now) yield [collection, now.site, now.status, 1];
  }
}
