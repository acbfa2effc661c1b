import { shardOf } from './layout.ts';
import type { LoadDeps } from './load.ts';
import type { ShardPlace } from './registry.ts';
import type { Replay } from './replay.ts';
import type { Shard } from './shard-file.ts';

type Deps = Pick<LoadDeps, 'expected' | 'known' | 'registry' | 'replay' | 'onDamage'>;

/**
 * Notes a whole shard that is not the one which the index knows: somebody has put back an older one. What it lacks nobody
 * can say; that it has as many records, or more, says nothing.
 *
 * No crash leaves one. An index is written once every shard that it names is durable under its name, and every other is
 * durably gone; the names that a killed run left are made durable first. What a compaction wrote that did not come to
 * its index is newer than that is, or, where it had no transaction to write but damage to mend, newer than the index
 * says of it. A backup has the index and the shards of the same moment, and a migration begins with none.
 */
export function noteOlder(place: ShardPlace, loaded: Shard, { expected, known, registry }: Deps): void {
  if (loaded.damage) return;
  const entry = expected(place, loaded.through);
  const { records, through } = loaded;
  const isOlder = entry === null || (entry?.through ?? 0) > through;
  // Indexes of earlier versions of the app only know how many records there are.
  const difference = entry ? entry.records - records.length : 0;
  if (isOlder) loaded.damage = { lost: null, isOlder };
  else if (difference !== 0) loaded.damage = { lost: Math.max(0, difference) };
  // A killed run may not have made its name durable: it is written again before an index vouches for it.
  else if (known > 0 && through > (entry ? (entry.through ?? through) : known)) registry.markDirty(place);
}

/**
 * What the journals say of records that a shard held once and that are not among those `kept`: how many they bring
 * back, and how many they have removed anyway.
 *
 * @param through number of the newest transaction that the shard held; what came later it never had
 */
function restoredIn(
  { collection, shard }: ShardPlace,
  replay: Replay,
  kept: ReadonlySet<number>,
  through: number,
): { kept: number; removed: number } {
  const found = { kept: 0, removed: 0 };
  for (const [n, net] of replay.of(collection)) {
    if (shardOf(n) !== shard || kept.has(n)) continue;
    if (net.kind === 'put' && net.t <= through) found.kept += 1;
    if (net.kind === 'del' && net.t > through && (net.born ?? 0) <= through) found.removed += 1;
  }
  return found;
}

/** How many records of a damaged or missing shard there still are in it or in the journals, and how many are lost. */
function balanceOf(place: ShardPlace, { records, damage, through }: Shard, deps: Deps) {
  const expected = deps.expected(place, through);
  // What came after the index the journals hold whole.
  const inIndex = expected === null ? 0 : expected?.records;
  const byIndex = inIndex === undefined ? null : Math.max(0, inIndex - records.length);
  const missing = damage?.isOlder ? null : (damage?.lost ?? byIndex);
  const kept = new Set(records.map(({ n }) => n));
  const restored = restoredIn(place, deps.replay, kept, through);
  const lost = missing === null ? null : Math.max(0, missing - restored.kept - restored.removed);
  return { kept: records.length + restored.kept, lost };
}

/** Whether anybody misses a missing shard: its records may all have been removed since, or be in the journals. */
export const isMissed = (place: ShardPlace, nothing: Shard, deps: Deps): boolean =>
  balanceOf(place, nothing, deps).lost !== 0;

/** Notes what a damaged or missing shard has lost. What is left of it is to be written anew. */
export function noteDamage(place: ShardPlace, shard: Shard, missing: boolean, deps: Deps): void {
  deps.registry.markDirty(place);
  const later = deps.replay.of(place.collection);
  const doubtful = shard.records
    .filter(({ n, isDoubtful }) => isDoubtful && later.get(n)?.kind !== 'put')
    .map(({ r }) => r.id);
  deps.onDamage({ ...place, ...balanceOf(place, shard, deps), missing, doubtful });
}
