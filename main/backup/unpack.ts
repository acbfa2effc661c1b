import { createHash } from 'node:crypto';
import path from 'node:path';
import { cutShort, type FileLayer, makeFolder, syncFolder } from '../library/durable-file.ts';
import { BackupFailure } from './backup-failure.ts';
import { type Entry, totalBytes } from './manifest.ts';
import { adding, type Work } from './snapshot.ts';
import type { BackupSource } from './source.ts';

/** Reads a file of a backup to its end and compares it with its entry. Throws BackupFailure `damaged`. */
async function pass(
  source: BackupSource,
  entry: Entry,
  name: string,
  signal: AbortSignal,
  each: (piece: Buffer) => Promise<void>,
): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of source.read(entry)) {
    signal.throwIfAborted();
    bytes += piece.length;
    // Before it is written anywhere: what claims to be small may be without end.
    if (bytes > entry.bytes) throw new BackupFailure('damaged', name);
    hash.update(piece);
    await each(piece);
  }
  if (bytes !== entry.bytes || hash.digest('hex') !== entry.sha256) throw new BackupFailure('damaged', name);
}

/** Reads a whole backup and compares each file with what the manifest says. */
export async function verify(
  source: BackupSource,
  name: string,
  { signal, onProgress }: Omit<Work, 'files'>,
): Promise<void> {
  const add = adding(totalBytes(source.manifest), onProgress);
  for (const entry of source.manifest.files) {
    await pass(source, entry, name, signal, async ({ length }) => add(length));
  }
}

/**
 * Puts the files of a backup into an empty folder, durably, each proven as it is written. The folder is emptied first.
 * Throws BackupFailure, and the disk's errors; then the folder holds a part that nobody may use.
 */
export async function unpack(
  source: BackupSource,
  name: string,
  folder: string,
  { files, signal, onProgress }: Work,
): Promise<void> {
  await files.rm(folder, { recursive: true, force: true });
  await makeFolder(folder, files);
  const add = adding(totalBytes(source.manifest), onProgress);
  const folders = new Set([folder]);
  for (const entry of source.manifest.files) {
    const file = path.join(folder, ...entry.path.split('/'));
    if (!folders.has(path.dirname(file))) await makeFolder(path.dirname(file), files);
    folders.add(path.dirname(file));
    await writePieces(file, files, (write) =>
      pass(source, entry, name, signal, async (piece) => {
        await write(piece);
        add(piece.length);
      }),
    );
  }
  for (const each of folders) await syncFolder(files, each);
}

/** Writes a new file piece by piece; it is durable once its folder has been synced. */
export async function writePieces(
  file: string,
  files: FileLayer,
  fill: (write: (piece: Buffer) => Promise<void>) => Promise<void>,
): Promise<void> {
  const handle = await files.open(file, 'wx', 0o600);
  try {
    await fill(async (piece) => {
      const { bytesWritten } = await handle.write(piece, 0, piece.length);
      if (bytesWritten !== piece.length) throw cutShort(bytesWritten, piece.length);
    });
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
