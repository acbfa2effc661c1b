import type { CollectionName, Stored } from './collections.ts';
import { type CountedCollection, facetOf, isCounted } from './facets.ts';
import type { LibraryIndex } from './index-file.ts';
import type { Counts } from './journal-line.ts';
import type { Step } from './steps.ts';

/** Records by status. */
export type StatusCounts = Readonly<Record<string, number>>;

/** How many records of each site have which status, kept as things change: counting a hundred thousand is felt. */
export class Counters {
  readonly #counts = new Map<CollectionName, Map<string, Map<string, number>>>();

  /** Of one site, or of all with null. */
  of(collection: CountedCollection, site: string | null): StatusCounts {
    const sum: Record<string, number> = {};
    for (const [each, statuses] of this.#counts.get(collection) ?? []) {
      if (site !== null && each !== site) continue;
      for (const [status, count] of statuses) sum[status] = (sum[status] ?? 0) + count;
    }
    return sum;
  }

  add(collection: CollectionName, site: string, status: string, by: number): void {
    this.#set(collection, site, status, this.#get(collection, site, status) + by);
  }

  apply(steps: readonly Step[]): void {
    for (const [collection, site, status, by] of differences(steps)) this.add(collection, site, status, by);
  }

  /** Takes over what an index says, and then what the journals after it say. */
  foresee(index: LibraryIndex, counts: Counts): void {
    for (const [collection, { shards }] of Object.entries(index.collections)) {
      for (const { facets } of Object.values(shards)) {
        for (const [site, status, count] of facets)
          this.add(collection as CollectionName, site, status, count);
      }
    }
    this.#overwrite(counts);
  }

  /** Replaces what was counted, or foreseen, of a collection. */
  takeOver(collection: CollectionName, other: Counters): void {
    this.#counts.set(collection, other.#counts.get(collection) ?? new Map());
  }

  /** Counts a collection anew. */
  recount(collection: CollectionName, records: Iterable<Stored>): void {
    this.#counts.delete(collection);
    for (const record of records) {
      const facet = facetOf(collection, record);
      if (facet) this.add(collection, facet.site, facet.status, 1);
    }
  }

  /** The counters that these steps change, as they will be; undefined if there is none. */
  after(steps: readonly Step[]): Counts | undefined {
    const counts: Record<string, Record<string, Record<string, number>>> = {};
    for (const [collection, site, status, by] of differences(steps)) {
      const sites = counts[collection] ?? {};
      const statuses = sites[site] ?? {};
      statuses[status] = (statuses[status] ?? this.#get(collection, site, status)) + by;
      counts[collection] = { ...sites, [site]: statuses };
    }
    return Object.keys(counts).length > 0 ? counts : undefined;
  }

  #overwrite(counts: Counts): void {
    for (const [collection, sites] of Object.entries(counts)) {
      for (const [site, statuses] of Object.entries(sites)) {
        for (const [status, count] of Object.entries(statuses)) {
          this.#set(collection as CollectionName, site, status, count);
        }
      }
    }
  }

  #get(collection: CollectionName, site: string, status: string): number {
    return this.#counts.get(collection)?.get(site)?.get(status) ?? 0;
  }

  #set(collection: CollectionName, site: string, status: string, count: number): void {
    const sites = this.#counts.get(collection) ?? new Map<string, Map<string, number>>();
    const statuses = sites.get(site) ?? new Map<string, number>();
    this.#counts.set(collection, sites.set(site, statuses));
    if (count > 0) statuses.set(status, count);
    else statuses.delete(status);
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
