import path from 'node:path';
import { Readable } from 'node:stream';
import yazl from 'yazl';
import { removeLeftoversIn, syncFolder } from '../library/durable-file.ts';
import type { Library } from '../library/library.ts';
import { ARCHIVE_ENDING, ARCHIVE_FOLDER, ARCHIVE_MANIFEST } from './archive-names.ts';
import { openArchive } from './archive-reader.ts';
import { ofLibrary, readBack } from './backup-failure.ts';
import { FileReader } from './file-reader.ts';
import { type BackupManifest, encodeManifest, newBackupManifest, totalBytes } from './manifest.ts';
import { adding, PRACTICE_FILE, readSnapshot, type Work, withSnapshot } from './snapshot.ts';
import { verify, writePieces } from './unpack.ts';

export interface Archiving extends Work {
  appVersion: string;
  now: Date;
}

/**
 * Backs the library up to one file, which any tool can unpack. It is written under another name beside `target`, synced,
 * read back and compared as a whole, and only then gets its name: `target` is the old file or a proven new one.
 *
 * @returns its size in bytes
 * @throws BackupFailure, and the disk's errors; then nothing of it is left behind
 */
export async function writeArchive(library: Library, target: string, archiving: Archiving): Promise<number> {
  const { files, signal, onProgress } = archiving;
  // The name that half-written files have everywhere; one at a time is made in a process.
  const temporary = `${target}.${process.pid}-0.tmp`;
  // Reading what is there, writing it, and reading it back: a third each.
  const part = (place: number) => (done: number, total: number) =>
    onProgress(place * total + done, 3 * total);
  await removeLeftoversIn(path.dirname(target), (name) => name.endsWith(ARCHIVE_ENDING), files);
  try {
    await files.rm(temporary, { force: true });
    await withSnapshot(library, async (names, folder) => {
      const described = await describeSnapshot(names, folder, { ...archiving, onProgress: part(0) });
      await writeZip(described, folder, temporary, { files, signal, onProgress: part(1) });
    });
    await verifyFile(temporary, { signal, onProgress: part(2) }).catch(readBack(target));
    signal.throwIfAborted();
    const size = files.sizeSync(temporary) ?? 0;
    await files.rename(temporary, target);
    await syncFolder(files, path.dirname(target));
    return size;
  } catch (problem) {
    await files.rm(temporary, { force: true }).catch(() => undefined);
    throw problem;
  }
}

async function verifyFile(file: string, work: Omit<Work, 'files'>): Promise<void> {
  const archive = await openArchive(file);
  try {
    await verify(archive, file, work);
  } finally {
    await archive.close();
  }
}

interface Described {
  manifest: BackupManifest;
  /** The practice blog goes on while the file is written: its bytes are those that were described. */
  practice: Buffer | null;
}

async function describeSnapshot(
  names: readonly string[],
  folder: string,
  archiving: Archiving,
): Promise<Described> {
  let practice: Buffer | null = null;
  const facts = await readSnapshot(names, folder, archiving, async (entry, bytes) => {
    if (entry.path === PRACTICE_FILE) practice = Buffer.from(bytes);
    return entry;
  });
  const { appVersion, now } = archiving;
  const manifest = newBackupManifest({
    ...{ kind: 'file', appVersion, createdAt: now.toISOString(), number: 0 },
    ...facts,
  });
  return { manifest, practice };
}

async function writeZip(
  { manifest, practice }: Described,
  folder: string,
  file: string,
  { files, signal, onProgress }: Work,
): Promise<void> {
  const zip = new yazl.ZipFile();
  // One entry is asked for after the one before has been packed.
  const reader = new FileReader(files);
  const output = zip.outputStream as Readable;
  // Whoever reads from it is told; before anybody does, while the file is being made, it would be nobody's and end the app.
  output.on('error', () => undefined);
  const refuse = (problem: unknown) => output.destroy(problem as Error);
  // A failure of the archive itself comes here and not to its stream, which would wait for ever.
  zip.on('error', refuse);
  const stop = () => refuse(signal.reason);
  signal.addEventListener('abort', stop);
  const mtime = new Date(manifest.createdAt);
  const add = adding(totalBytes(manifest), onProgress);
  zip.addBuffer(Buffer.from(encodeManifest(manifest)), ARCHIVE_MANIFEST, { mtime });
  for (const entry of manifest.files) {
    zip.addReadStreamLazy(`${ARCHIVE_FOLDER}${entry.path}`, { mtime, size: entry.bytes }, (give) => {
      const file = path.join(folder, ...entry.path.split('/'));
      const isPractice = practice !== null && entry.path === PRACTICE_FILE;
      const read = isPractice ? Promise.resolve(practice) : reader.read(file);
      read.then(
        (bytes) => {
          add(bytes.length);
          give(null, Readable.from(piecesOf(bytes), { objectMode: false }));
        },
        (problem: unknown) => refuse(ofLibrary(problem, file)),
      );
    });
  }
  zip.end();
  try {
    await writePieces(file, files, async (write) => {
      for await (const piece of output) await write(piece as Buffer);
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What is checksummed in one go: a fraction of a millisecond. */
const PIECE = 64 * 1024;

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
