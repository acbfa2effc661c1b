import path from 'node:path';
import { hasBodies, lazyRefs, wake } from './bodies.ts';
import type { BodyStore } from './body-store.ts';
import type { CollectionName, Stored } from './collections.ts';
import type { Displaced } from './displaced.ts';
import { type FileLayer, readBytes } from './durable-file.ts';
import { type ShardEntry, shardEntry } from './index-file.ts';
import { UnreadableFile } from './json-adapter.ts';
import { shardName, shardOf } from './layout.ts';
import type { Orphan } from './orphans.ts';
import type { Registry, ShardPlace } from './registry.ts';
import { type Replay, withFields } from './replay.ts';
import { isMissed, noteDamage, noteOlder } from './shard-damage.ts';
import { decodeShard, intactLines, NewerShard, type Shard } from './shard-file.ts';
import { Slices } from './slices.ts';
import { type Sought, soughtIn } from './sought.ts';
import { gathered, type Strays } from './strays.ts';
import { type Numbered, type Table, type Tables, tableOf } from './table.ts';
import type { Tally } from './tally.ts';

/** Shards that are read while the one before is parsed. */
const AHEAD = 4;

/** A shard that is not as it was written. */
export interface ShardDamage extends ShardPlace {
  kept: number;
  lost: number | null;
  missing: boolean;
  /** Of those kept, the records in which letters may be wrong. */
  doubtful: string[];
}

export interface LoadDeps {
  folder: string;
  files: FileLayer;
  tables: Tables;
  registry: Registry;
  replay: Replay;
  /** Counts what is loaded. */
  tally: Tally;
  bodies: BodyStore;
  displaced: Displaced;
  /**
   * What the index says of a shard that holds what was done until `through`: nothing of one that is newer than it, null
   * where it knows that there is none.
   */
  expected(place: ShardPlace, through: number): ShardEntry | null | undefined;
  /** Number of the newest transaction that the index knows of. */
  known: number;
  strays: Strays;
  /** Whether anything has been found damaged so far. */
  isDamaged(): boolean;
  onDamage(damage: ShardDamage): void;
  /** Told what the journals say of a record that is nowhere. */
  onOrphan(orphan: Orphan): void;
  /** Resolves when nobody waits for a first page: whoever looks at an empty list goes first. */
  letPass(): Promise<void>;
}

export const shardFile = ({ collection, shard }: ShardPlace): string =>
  path.join(collection, shardName(shard));

/**
 * Reads what is sought in one shard from disk; all of it where nothing less is certain. Throws `UnreadableFile` for a
 * newer one, and the disk's errors.
 */
export async function readSought(
  folder: string,
  place: ShardPlace,
  sought: Sought,
  files: FileLayer,
): Promise<Numbered[]> {
  const file = path.join(folder, shardFile(place));
  const bytes = await readBytes(file, files);
  const lines = orRefuse(file, () => intactLines(place.collection, place.shard, bytes));
  const found = lines && soughtIn(place, lines, sought);
  return found ?? decodeOrRefuse(place, bytes, file).records;
}

const decodeOrRefuse = ({ collection, shard }: ShardPlace, bytes: Buffer, file: string): Shard =>
  orRefuse(file, () => decodeShard(collection, shard, bytes));

function orRefuse<T>(file: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof NewerShard) throw new UnreadableFile('newer', file, error.message);
    throw error;
  }
}

/** Loads a collection: its shards, a few read ahead, one parsed at a time; then what the journals say on top. */
export async function loadCollection(
  collection: CollectionName,
  shards: readonly number[],
  deps: LoadDeps,
): Promise<{ through: number }> {
  const slices = new Slices();
  const table = tableOf(deps.tables, collection);
  const reading: Promise<Buffer>[] = [];
  let through = 0;
  let next = 0;
  for (const shard of shards) {
    await deps.letPass();
    for (; next < shards.length && reading.length < AHEAD; next += 1) {
      const file = path.join(deps.folder, shardFile({ collection, shard: shards[next] ?? 0 }));
      const bytes = readBytes(file, deps.files);
      bytes.catch(() => undefined); // is thrown where it is awaited, if loading gets that far
      reading.push(bytes);
    }
    const place = { collection, shard };
    const bytes = await reading.shift();
    await slices.giveWay();
    if (!bytes) throw new Error('A shard was not asked for');
    const file = path.join(deps.folder, shardFile(place));
    const loaded = await withStrays(place, decodeOrRefuse(place, bytes, file), deps);
    through = Math.max(through, loaded.through);
    adopt(place, loaded, table, deps);
    if (loaded.damage) noteDamage(place, loaded, false, deps);
  }
  // Before the journals: what they remove goes under the number that it had last.
  if (deps.isDamaged()) dropDoubles(collection, table, deps.registry);
  await layOver(collection, table, deps, slices);
  if (hasBodies(collection)) await checkBodies(collection, table, deps.bodies, slices);
  return { through };
}

/** A shard that must be there and is not: what lies of it elsewhere is taken, and the rest is told. */
export async function loadMissing(place: ShardPlace, deps: LoadDeps): Promise<void> {
  const nothing = { records: [], through: deps.known, damage: { lost: null } };
  // Looking for strays reads the whole library.
  if (!isMissed(place, nothing, deps)) return;
  const loaded = await withStrays(place, { ...nothing, through: 0 }, deps);
  const isFound = loaded.records.length > 0;
  if (isFound) adopt(place, loaded, tableOf(deps.tables, place.collection), deps);
  noteDamage(place, isFound ? loaded : { ...loaded, through: deps.known }, true, deps);
}

/** A damaged shard with those of its records that lie in other files. */
async function withStrays(place: ShardPlace, loaded: Shard, deps: LoadDeps): Promise<Shard> {
  const found = loaded.damage && (await deps.strays.of(place));
  if (!loaded.damage || !found) return loaded;
  const { records, through, lost, strays } = gathered({ ...loaded, lost: loaded.damage.lost }, found);
  for (const n of strays) deps.displaced.note(place.collection, n);
  return { records, through, damage: { lost } };
}

function adopt(place: ShardPlace, loaded: Shard, table: Table<Stored>, deps: LoadDeps): void {
  const { collection } = place;
  const bodies = new Set<string>();
  noteOlder(place, loaded, deps);
  for (const record of loaded.records) {
    if (hasBodies(collection)) {
      wake(collection, record.r, deps.bodies.read);
      for (const { sha256 } of lazyRefs(collection, record.r)) bodies.add(sha256);
    }
    table.adopt(record);
  }
  const entry = shardEntry(collection, loaded);
  deps.tally.addShard(collection, entry);
  deps.registry.store(place, { entry, bodies });
}

/** A record under two numbers would be shown by one and changed by the other, and come back once it is removed. */
function dropDoubles(collection: CollectionName, table: Table<Stored>, registry: Registry): void {
  for (const n of table.dropDoubles()) registry.markDirty({ collection, shard: shardOf(n) });
}

/** Lays the journals over a collection. */
async function layOver(
  collection: CollectionName,
  table: Table<Stored>,
  deps: LoadDeps,
  slices: Slices,
): Promise<void> {
  for (const [n, net] of deps.replay.of(collection)) {
    const before = table.at(n);
    if (net.kind === 'put') table.put(n, net.record);
    else if (net.kind === 'del') table.delete(n);
    else if (before) table.put(n, withFields(before, net.set, net.unset));
    // It was removed later, or damage took it: a part of it is not a record, but may hold words.
    else deps.onOrphan({ collection, n, set: net.set });
    deps.tally.apply([{ collection, n, id: '', before, after: table.at(n) }]);
    if (n >= table.next) table.next = n + 1;
    deps.registry.markDirty({ collection, shard: shardOf(n) });
    await slices.breathe();
  }
  deps.replay.drop(collection);
}

async function checkBodies(
  collection: CollectionName,
  table: Table<Stored>,
  bodies: BodyStore,
  slices: Slices,
): Promise<void> {
  const checked = new Set<string>();
  for (const record of table.all()) {
    for (const ref of lazyRefs(collection, record)) {
      if (!checked.has(ref.sha256)) bodies.check(ref);
      checked.add(ref.sha256);
    }
    await slices.breathe();
  }
}
