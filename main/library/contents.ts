import path from 'node:path';
import { type Closing, readClosing } from './closing-note.ts';
import { COLLECTIONS, type CollectionName, LIBRARY_VERSION } from './collections.ts';
import { type FileLayer, readTextFile } from './durable-file.ts';
import { type LibraryIndex, parseIndex } from './index-file.ts';
import { type DoubtfulLine, type JournalDamage, readJournals } from './journal-history.ts';
import type { JournalLine } from './journal-line.ts';
import { UnreadableFile } from './json-adapter.ts';
import {
  BODY_FOLDER,
  CLOSING_FILE,
  INDEX_FILE,
  journalIn,
  journalName,
  MANIFEST_FILE,
  QUARANTINE_FOLDER,
  SHARD_LIST_FILE,
  shardIn,
  shardName,
} from './layout.ts';
import { type ManifestState, readManifest } from './manifest.ts';
import { V1_BACKUP } from './migrate-v1.ts';
import { newestThrough } from './shard-file.ts';

/** Which files of a library there are. */
interface Listing {
  /** Generations of the journals, oldest first. */
  journals: number[];
  shards: ReadonlyMap<CollectionName, number[]>;
  hasIndex: boolean;
  hasShardList: boolean;
  hasClosing: boolean;
  /** Whether anything is there that only a compaction writes. */
  hasShards: boolean;
  /** Whether anything is there of a library of this version. */
  hasRemains: boolean;
  /** Whether anything is there that only a library leaves: then a missing manifest is damage, not a new library. */
  hasTraces: boolean;
  /** Names in the quarantine. */
  quarantined: readonly string[];
}

/** What a library's folder holds, shards unread. */
export interface Contents extends Listing {
  manifest: ManifestState;
  /** Null if there is none that can be used. */
  index: LibraryIndex | null;
  /** `none`: nothing says that there should be one. */
  indexState: 'good' | 'damaged' | 'missing' | 'none';
  /** Which shards there must be: the index, or where it cannot be used the short one beside it; null without both. */
  known: LibraryIndex | null;
  /** The short index was needed, and is none. */
  shardListIsDamaged: boolean;
  journalBytes: number;
  lines: JournalLine[];
  journalDamage: JournalDamage[];
  /** Lines of the journals that have rotted and can be read all the same. */
  doubtful: DoubtfulLine[];
  closing: Closing | null;
  /** Files beside a version 1 library that only later versions have: of a migration that did not get to its end. */
  leftovers: readonly string[];
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

/** What stays where all records of a library are gone. */
const TRACES = [CLOSING_FILE, QUARANTINE_FOLDER, V1_BACKUP];

async function list(folder: string, files: FileLayer): Promise<Listing> {
  const names = await namesIn(folder, files);
  const folders = COLLECTIONS.filter((collection) => names.includes(collection));
  const found = await Promise.all(
    folders.map(async (collection): Promise<[CollectionName, number[]]> => {
      return [collection, numbers(await namesIn(path.join(folder, collection), files), shardIn)];
    }),
  );
  const shards = new Map(found.filter(([, numbersFound]) => numbersFound.length > 0));
  const journals = numbers(names, journalIn);
  const hasIndex = names.includes(INDEX_FILE);
  const hasShardList = names.includes(SHARD_LIST_FILE);
  const hasClosing = names.includes(CLOSING_FILE);
  const hasShards = hasIndex || hasShardList || folders.length > 0 || names.includes(BODY_FOLDER);
  const hasRemains = hasShards || journals.length > 0;
  const hasTraces = hasRemains || TRACES.some((name) => names.includes(name));
  const quarantined = await namesIn(path.join(folder, QUARANTINE_FOLDER), files).catch(() => []);
  const has = { hasIndex, hasShardList, hasClosing, hasShards, hasRemains, hasTraces };
  return { journals, shards, ...has, quarantined };
}

const NOTHING = {
  ...{ index: null, indexState: 'none' as const, known: null, shardListIsDamaged: false },
  ...{ lines: [], journals: [], journalBytes: 0, journalDamage: [], doubtful: [], closing: null },
  ...{ shards: new Map<CollectionName, number[]>(), hasIndex: false, hasShardList: false },
  ...{ hasClosing: false, hasShards: false, hasRemains: false, hasTraces: false },
};

const filesOf = ({ journals, shards, hasIndex, hasShardList, hasClosing }: Listing): string[] => [
  ...(hasIndex ? [INDEX_FILE] : []),
  ...(hasShardList ? [SHARD_LIST_FILE] : []),
  // It is of another library, and would say that transactions of this one are missing.
  ...(hasClosing ? [CLOSING_FILE] : []),
  ...journals.map(journalName),
  ...[...shards].flatMap(([collection, found]) =>
    found.map((shard) => path.join(collection, shardName(shard))),
  ),
];

/**
 * Reads everything of a library but its shards and long texts. Changes nothing. Throws {@link UnreadableFile} for a
 * newer version, and for a damaged manifest with nothing beside it that says what it was; and the disk's errors.
 */
export async function readContents(folder: string, files: FileLayer): Promise<Contents> {
  const manifestFile = path.join(folder, MANIFEST_FILE);
  const indexFile = path.join(folder, INDEX_FILE);
  const [manifestText, listing, text, closing] = await Promise.all([
    readTextFile(manifestFile, files),
    list(folder, files),
    readTextFile(indexFile, files),
    readClosing(folder, files),
  ]);
  const manifest = readManifest(manifestText, manifestFile);
  const { quarantined } = listing;
  if (manifest.kind === 'v1') return { ...NOTHING, manifest, quarantined, leftovers: filesOf(listing) };
  // A damaged file of this name alone may be all that is left of a library of version 1.
  if (manifest.kind === 'damaged' && !listing.hasRemains) {
    throw new UnreadableFile('damaged', manifestFile, 'neither a manifest nor a library');
  }
  const index = text === null ? null : indexIn(text, indexFile);
  const shardList = index ? null : await readShardList(folder, files);
  const known = index ?? shardList?.index ?? null;
  // The others are held by the shards, which both indexes are written after. A power loss may bring back some of them
  // that were being removed, and these alone, laid over the shards, would undo what the rest of them had changed.
  const ahead = listing.journals.filter((generation) => generation >= (known?.journal ?? 0));
  const through = index ? index.sequence : await throughWithout(known, folder, listing, files);
  const before = { through, isCertain: known !== null && through === known.sequence, closing };
  const { lines, doubtful, bytes, damage } = await readJournals(folder, ahead, before, files);
  refuseNewer(lines, folder);
  // Where the journals begin with the first transaction there may not have been any index yet.
  const isMissing = listing.hasShardList || (listing.hasShards && lines[0]?.t !== 1);
  const stateWithout = text !== null ? 'damaged' : isMissing ? 'missing' : 'none';
  return {
    ...{ ...listing, manifest, index, indexState: index ? 'good' : stateWithout, known, leftovers: [] },
    ...{ shardListIsDamaged: shardList?.index === null, lines, journalBytes: bytes },
    ...{ journalDamage: damage, doubtful, closing },
  };
}

/** The short index; null if there is none, or of an earlier version. Throws {@link UnreadableFile} for a newer one. */
async function readShardList(
  folder: string,
  files: FileLayer,
): Promise<{ index: LibraryIndex | null } | null> {
  const file = path.join(folder, SHARD_LIST_FILE);
  const text = await readTextFile(file, files);
  return text === null ? null : { index: indexIn(text, file) };
}

/** Number of the newest transaction that shards hold or have held, without an index; null if nothing says it. */
async function throughWithout(
  known: LibraryIndex | null,
  folder: string,
  { shards }: Listing,
  files: FileLayer,
): Promise<number | null> {
  const found = await newestThrough(folder, shards, files);
  return known ? Math.max(known.sequence, found ?? 0) : found;
}

const isOurs = (collection: string): boolean => (COLLECTIONS as readonly string[]).includes(collection);

/** The index that this text is; null for one that is damaged or of an earlier version. */
function indexIn(text: string, file: string): LibraryIndex | null {
  const index = parseIndex(text);
  // Its checksum holds: it was written so.
  if (index && (index.version > LIBRARY_VERSION || !Object.keys(index.collections).every(isOurs))) {
    throw new UnreadableFile('newer', file, `version ${index.version}`);
  }
  return index?.version === LIBRARY_VERSION ? index : null;
}

/** A collection that we do not know would be gone with the next compaction. */
function refuseNewer(lines: readonly JournalLine[], folder: string): void {
  const strange = lines.flatMap(({ ops }) => ops).find(({ c }) => !isOurs(c));
  if (strange) throw new UnreadableFile('newer', folder, `a journal with ${strange.c}`);
}

/** Journals of earlier runs that are worth compacting as soon as everything is loaded. */
const MANY_BYTES = 256 * 1024;
const MANY_FILES = 8;

/** Whether to compact as soon as everything is loaded. One that comes from a backup has no list of its shards. */
export function isWorthCompacting(contents: Contents): boolean {
  const { journalBytes, journals, manifest, hasIndex, hasShardList } = contents;
  const isLong = journalBytes > MANY_BYTES || journals.length > MANY_FILES;
  return isLong || manifest.kind === 'v1' || (hasIndex && !hasShardList);
}
