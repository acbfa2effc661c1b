import type { CollectionName, Stored } from './collections.ts';
import type { Change, Counts, JournalLine } from './journal-line.ts';

/** What journals say of one record, all its changes taken together. */
export type Net =
  /** `t`: the transaction that made it; 0 for a record that was there before the journals. */
  | { kind: 'put'; record: Stored; t: number }
  | { kind: 'set'; set: Readonly<Record<string, unknown>>; unset: readonly string[] }
  /** `born`: the transaction that made it, if that is in the journals, too. */
  | { kind: 'del'; t: number; born: number | null };

/** A record with some of its fields replaced and some removed. */
export function withFields(
  record: Stored,
  set: Readonly<Record<string, unknown>>,
  unset: readonly string[],
): Stored {
  const next: Record<string, unknown> & Stored = { ...record, ...set };
  for (const key of unset) delete next[key];
  return next;
}

function after(earlier: Net | undefined, change: Change, t: number): Net {
  if ('put' in change) return { kind: 'put', record: change.put, t: change.again ? 0 : t };
  if ('del' in change) return { kind: 'del', t, born: earlier?.kind === 'put' ? earlier.t : null };
  const { set, unset = [] } = change;
  if (earlier?.kind === 'put') return { ...earlier, record: withFields(earlier.record, set, unset) };
  if (earlier?.kind !== 'set') return { kind: 'set', set, unset };
  const both = Object.fromEntries(
    Object.entries({ ...earlier.set, ...set }).filter(([key]) => !unset.includes(key)),
  );
  const gone = [...earlier.unset.filter((key) => !Object.hasOwn(set, key)), ...unset];
  return { kind: 'set', set: both, unset: gone };
}

/**
 * The net effect of journals, by collection and number. It does not depend on what is loaded, so that it can be laid
 * over a single shard as well as over the whole library.
 */
export class Replay {
  readonly #nets = new Map<CollectionName, Map<number, Net>>();
  /** Counters as the newest lines left them. */
  readonly counts: Counts = {};

  constructor(lines: Iterable<JournalLine>) {
    for (const { t, ops, counts } of lines) {
      for (const change of ops) this.#add(change, t);
      if (counts) this.#count(counts);
    }
  }

  of(collection: CollectionName): ReadonlyMap<number, Net> {
    return this.#nets.get(collection) ?? new Map();
  }

  /** Forgets what has been laid over a collection that is in memory now. */
  drop(collection: CollectionName): void {
    this.#nets.delete(collection);
  }

  #add(change: Change, t: number): void {
    const nets = this.#nets.get(change.c) ?? new Map<number, Net>();
    this.#nets.set(change.c, nets);
    nets.set(change.n, after(nets.get(change.n), change, t));
  }

  #count(counts: Counts): void {
    for (const [collection, sites] of Object.entries(counts) as [CollectionName, Counts[CollectionName]][]) {
      const known = { ...this.counts[collection] };
      for (const [site, statuses] of Object.entries(sites ?? {})) {
        known[site] = { ...known[site], ...statuses };
      }
      this.counts[collection] = known;
    }
  }
}
