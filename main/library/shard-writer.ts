import path from 'node:path';
import { type BodyRef, hasBodies, laidOut, wake } from './bodies.ts';
import type { BodyStore } from './body-store.ts';
import { type FileLayer, placeFile } from './durable-file.ts';
import { shardEntry } from './index-file.ts';
import { shardFile } from './load.ts';
import type { Registry, ShardPlace, StoredShard } from './registry.ts';
import { encodeShard } from './shard-file.ts';
import type { Slices } from './slices.ts';
import { type Numbered, type Tables, tableOf } from './table.ts';

export interface ShardWriterDeps {
  folder: string;
  files: FileLayer;
  tables: Tables;
  registry: Registry;
  bodies: BodyStore;
}

const EMPTY: StoredShard = { entry: { records: 0, facets: [] }, bodies: new Set() };

/** A shard's records with their long texts set apart. */
interface LaidOut {
  records: Numbered[];
  bodies: Set<string>;
  /** Texts that may not be on disk yet. */
  texts: Map<string, { ref: BodyRef; text: string }>;
}

async function layOut(
  { collection }: ShardPlace,
  records: readonly Numbered[],
  bodies: BodyStore,
  slices: Slices,
): Promise<LaidOut> {
  const laid: LaidOut = { records: [], bodies: new Set(), texts: new Map() };
  const shelf = {
    isDamaged: (sha256: string) => bodies.isDamaged(sha256),
    takes: bodies.takes,
    note(ref: BodyRef, text: string | null) {
      laid.bodies.add(ref.sha256);
      if (text !== null) laid.texts.set(ref.sha256, { ref, text });
    },
  };
  for (const { n, r } of records) {
    laid.records.push({ n, r: laidOut(collection, r, shelf) });
    await slices.breathe();
  }
  return laid;
}

/**
 * Brings a shard's file to the state in which the tables were frozen; the caller syncs the folder. Its long texts are
 * durable before the shard that refers to them; memory then keeps references only, so that a long pull does not pile
 * up every post's words.
 */
export async function writeShard(
  place: ShardPlace,
  through: number,
  { folder, files, tables, registry, bodies }: ShardWriterDeps,
  slices: Slices,
): Promise<void> {
  const { collection, shard } = place;
  const table = tableOf(tables, collection);
  const file = path.join(folder, shardFile(place));
  const records = [...table.frozen(shard)];
  if (records.length === 0) {
    if (!registry.has(place)) return;
    await files.rm(file, { force: true });
    registry.store(place, null);
    return;
  }
  const laid = hasBodies(collection)
    ? await layOut(place, records, bodies, slices)
    : { records, bodies: new Set<string>(), texts: new Map<string, never>() };
  for (const { ref, text } of laid.texts.values()) await bodies.write(ref, text);
  await bodies.sync();
  const content = await encodeShard({ ...place, through }, laid.records, slices);
  // Where this fails the file may be there all the same, and must go if nothing is left of the shard later.
  if (!registry.has(place)) registry.store(place, EMPTY);
  await placeFile(file, content, files);
  registry.store(place, { entry: shardEntry(collection, { records, through }), bodies: laid.bodies });
  if (laid.texts.size === 0) return;
  for (const [at, { n, r }] of laid.records.entries()) {
    const original = records[at]?.r;
    if (!original || original === r) continue;
    wake(collection, r, bodies.read);
    table.swap(n, original, r);
  }
}
