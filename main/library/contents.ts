import path from 'node:path';
import { COLLECTIONS, type CollectionName } from './collections.ts';
import { type FileLayer, readTextFile } from './durable-file.ts';
import { type LibraryIndex, parseIndex } from './index-file.ts';
import { type JournalDamage, readJournals } from './journal-history.ts';
import type { JournalLine } from './journal-line.ts';
import { UnreadableFile } from './json-adapter.ts';
import { INDEX_FILE, journalIn, MANIFEST_FILE, shardIn } from './layout.ts';
import { type ManifestState, readManifest } from './manifest.ts';

/** What a library's folder holds, shards unread. */
export interface Contents {
  manifest: ManifestState;
  /** Null if there is none that can be used. */
  index: LibraryIndex | null;
  indexIsDamaged: boolean;
  /** Generations of the journals, oldest first. */
  journals: number[];
  journalBytes: number;
  lines: JournalLine[];
  journalDamage: JournalDamage[];
  shards: ReadonlyMap<CollectionName, number[]>;
}

/** Names in a folder; none for a folder that is not there. */
async function namesIn(folder: string, files: FileLayer): Promise<string[]> {
  try {
    return await files.readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const numbers = (names: readonly string[], numberIn: (name: string) => number | null): number[] =>
  names
    .map(numberIn)
    .filter((number) => number !== null)
    .sort((a, b) => a - b);

/**
 * Reads everything of a library but its shards and long texts. Changes nothing. Throws {@link UnreadableFile} for a
 * newer version, and for a damaged manifest with nothing beside it that says what it was; and the disk's errors.
 */
export async function readContents(folder: string, files: FileLayer): Promise<Contents> {
  const names = await namesIn(folder, files);
  const manifestFile = path.join(folder, MANIFEST_FILE);
  const manifest = readManifest(await readTextFile(manifestFile, files), manifestFile);
  const shards = new Map<CollectionName, number[]>();
  for (const collection of COLLECTIONS) {
    if (!names.includes(collection)) continue;
    const found = numbers(await namesIn(path.join(folder, collection), files), shardIn);
    if (found.length > 0) shards.set(collection, found);
  }
  const journals = numbers(names, journalIn);
  // A damaged file of this name alone may be all that is left of a library of version 1.
  if (manifest.kind === 'damaged' && journals.length === 0 && shards.size === 0) {
    throw new UnreadableFile('damaged', manifestFile, 'neither a manifest nor a library');
  }
  const indexText = await readTextFile(path.join(folder, INDEX_FILE), files);
  const index = indexText === null ? null : parseIndex(indexText);
  const { lines, damage, bytes } = await readJournals(folder, journals, index?.sequence ?? null, files);
  const indexIsDamaged = indexText !== null && index === null;
  return {
    manifest,
    index,
    indexIsDamaged,
    journals,
    journalBytes: bytes,
    lines,
    journalDamage: damage,
    shards,
  };
}
