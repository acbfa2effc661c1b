import { open } from 'node:fs/promises';
import yauzl, { type Entry as ZipEntry, type ZipFile } from 'yauzl';
import { ARCHIVE_FOLDER, ARCHIVE_MANIFEST } from './archive-names.ts';
import { BackupFailure, backupError } from './backup-failure.ts';
import { type BackupManifest, decodeManifest, isLibraryPath, totalBytes } from './manifest.ts';
import type { BackupSource } from './source.ts';

/** Largest manifest that is read: of a library with half a million files. */
const LARGEST_MANIFEST = 64 * 2 ** 20;
/** Text packs to a tenth. What grows far more than that was made to fill a disk; small archives cannot. */
const LARGEST_GROWTH = 200;
const HARMLESS_BYTES = 64 * 2 ** 20;

/**
 * Opens a backup in one file and looks at everything that can be known without unpacking it: names, sizes, kinds of
 * files, the manifest. Whoever opens it closes it.
 *
 * @throws BackupFailure `foreign`, `damaged`, `unsafe` or `newer`, and the disk's errors
 */
export async function openArchive(file: string): Promise<BackupSource> {
  const looksOurs = await beginsLikeOurs(file);
  let zip: ZipFile;
  try {
    // Names come as bytes: whatever they are, they are compared with those that a library can have, and nothing else.
    zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false, decodeStrings: false });
  } catch (problem) {
    throw unreadable(problem, file, looksOurs);
  }
  try {
    const entries = await entriesOf(zip, file);
    const manifest = await manifestOf(zip, entries, file);
    compare(manifest, entries, zip.fileSize, file);
    return {
      manifest,
      read: ({ path }) => piecesOf(zip, must(entries, `${ARCHIVE_FOLDER}${path}`, file), file),
      close: async () => zip.close(),
    };
  } catch (problem) {
    zip.close();
    throw unreadable(problem, file, looksOurs);
  }
}

/** A zip whose first file is our manifest: cut short, it is a damaged backup and not some other file. */
async function beginsLikeOurs(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const begin = Buffer.alloc(30 + ARCHIVE_MANIFEST.length);
    await handle.read(begin, 0, begin.length, 0);
    return (
      begin.toString('latin1', 0, 4) === 'PK\u0003\u0004' && begin.toString('latin1', 30) === ARCHIVE_MANIFEST
    );
  } finally {
    await handle.close();
  }
}

/** The disk's own errors stay what they are; everything that the archive is at fault for says so. */
function unreadable(problem: unknown, file: string, looksOurs: boolean): unknown {
  return backupError(problem, file) === null
    ? new BackupFailure(looksOurs ? 'damaged' : 'foreign', file)
    : problem;
}

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;

/** What an entry is, by the system that packed it: an archive of Windows says nothing here. */
const isPlain = ({ externalFileAttributes }: ZipEntry): boolean => {
  const type = (externalFileAttributes >>> 16) & FILE_TYPE;
  return type === 0 || type === REGULAR;
};

async function entriesOf(zip: ZipFile, file: string): Promise<Map<string, ZipEntry>> {
  const entries = new Map<string, ZipEntry>();
  for await (const entry of zip.eachEntry()) {
    const name = (entry.fileName as unknown as Buffer).toString('utf8');
    // Whoever packs a folder by hand packs its name, too.
    if (/^library\/([a-zA-Z0-9]+\/)*$/.test(name) && entry.uncompressedSize === 0) continue;
    const inside = name.startsWith(ARCHIVE_FOLDER) ? name.slice(ARCHIVE_FOLDER.length) : null;
    const isKnown = name === ARCHIVE_MANIFEST || (inside !== null && isLibraryPath(inside));
    if (!isKnown || !isPlain(entry) || entry.isEncrypted()) {
      throw await strange(zip, entries, file);
    }
    if (entries.has(name)) throw new BackupFailure('unsafe', file);
    entries.set(name, entry);
  }
  return entries;
}

/** A newer app may pack what we do not know, and its manifest says so. Nothing else that it says is believed. */
async function strange(zip: ZipFile, entries: Map<string, ZipEntry>, file: string): Promise<BackupFailure> {
  if (!entries.has(ARCHIVE_MANIFEST)) return new BackupFailure('foreign', file);
  const refused = await manifestOf(zip, entries, file).catch((problem: unknown) => problem);
  const isNewer =
    refused instanceof BackupFailure && refused.error.kind === 'backup' && refused.error.reason === 'newer';
  return isNewer ? refused : new BackupFailure('unsafe', file);
}

function must(entries: ReadonlyMap<string, ZipEntry>, name: string, file: string): ZipEntry {
  const entry = entries.get(name);
  if (!entry) throw new BackupFailure('damaged', file);
  return entry;
}

async function manifestOf(
  zip: ZipFile,
  entries: Map<string, ZipEntry>,
  file: string,
): Promise<BackupManifest> {
  const entry = entries.get(ARCHIVE_MANIFEST);
  if (!entry) throw new BackupFailure('foreign', file);
  if (entry.uncompressedSize > LARGEST_MANIFEST) throw new BackupFailure('unsafe', file);
  const pieces: Buffer[] = [];
  for await (const piece of piecesOf(zip, entry, file)) pieces.push(piece);
  return decodeManifest(Buffer.concat(pieces).toString('utf8'), file);
}

/** The archive holds exactly the files of its manifest, each in its size, and not more than could have been packed. */
function compare(
  manifest: BackupManifest,
  entries: Map<string, ZipEntry>,
  packed: number,
  file: string,
): void {
  for (const { path, bytes } of manifest.files) {
    if (must(entries, `${ARCHIVE_FOLDER}${path}`, file).uncompressedSize !== bytes) {
      throw new BackupFailure('damaged', file);
    }
  }
  if (entries.size !== manifest.files.length + 1) throw new BackupFailure('damaged', file);
  const total = totalBytes(manifest);
  if (total > HARMLESS_BYTES && total > LARGEST_GROWTH * packed) throw new BackupFailure('unsafe', file);
}

/** yauzl ends a stream that gives more or fewer bytes than its entry says. */
async function* piecesOf(zip: ZipFile, entry: ZipEntry, file: string): AsyncGenerator<Buffer> {
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) yield piece as Buffer;
  } catch (problem) {
    throw unreadable(problem, file, true);
  }
}
