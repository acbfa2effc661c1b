import { constants, readFileSync, statSync } from 'node:fs';
import {
  copyFile,
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
} from 'node:fs/promises';
import path from 'node:path';

/**
 * The calls to the disk that durability depends on; injected so that tests can make each of them fail. Of an open file
 * only `writeFile`, `write`, `read`, `stat`, `truncate`, `datasync`, `sync` and `close` are used.
 */
export interface FileLayer {
  open: typeof open;
  rename: typeof rename;
  readFile: typeof readFile;
  rm: typeof rm;
  mkdir: typeof mkdir;
  readdir: (folder: string) => Promise<string[]>;
  link: typeof link;
  copyFile: typeof copyFile;
  stat: typeof stat;
  utimes: typeof utimes;
  /** Long texts are read where they are first touched, which is in the middle of synchronous code. */
  readFileSync: (file: string) => Buffer;
  /** Size in bytes, or null if there is no such file. */
  sizeSync: (file: string) => number | null;
}

export const realFiles: FileLayer = {
  ...{ open, rename, readFile, rm, mkdir, readdir, link, copyFile, stat, utimes, readFileSync },
  sizeSync: (file) => statSync(file, { throwIfNoEntry: false })?.size ?? null,
};

let written = 0;

/** Makes the names in a folder durable: new files, renamed and removed ones. */
export async function syncFolder(files: FileLayer, folder: string): Promise<void> {
  const handle = await files.open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } catch (error) {
    // Windows cannot sync a folder; there the rename itself is journalled by NTFS.
    if (process.platform !== 'win32') throw error;
  } finally {
    await handle.close();
  }
}

/** Folders that this run knows to have a durable name. */
const knownFolders = new WeakMap<FileLayer, Set<string>>();

/**
 * Sees to it that a folder is there and that its name is durable. One that is there already may have been made by a
 * run that was killed before it could sync, so each run syncs it once.
 */
export async function makeFolder(folder: string, files: FileLayer): Promise<void> {
  const known = knownFolders.get(files) ?? new Set();
  knownFolders.set(files, known);
  const full = path.resolve(folder);
  const first = await files.mkdir(full, { recursive: true });
  if (first === undefined && known.has(full)) return;
  for (let made = full; ; made = path.dirname(made)) {
    await syncFolder(files, path.dirname(made));
    if (first === undefined || made === path.resolve(first) || made === path.dirname(made)) break;
  }
  known.add(full);
}

/** The error of a disk that took fewer bytes than it was given, without saying so. */
export const cutShort = (taken: number, given: number): Error =>
  Object.assign(new Error(`${taken} of ${given} bytes were written`), { code: 'ENOSPC' });

/**
 * Appends to an open file, durably. Throws the error of the file layer; any part may then have been written.
 * @param meanwhile done while the disk writes what the system has already taken
 */
export async function appendDurably(handle: FileHandle, bytes: Buffer, meanwhile: () => void): Promise<void> {
  const { bytesWritten } = await handle.write(bytes, 0, bytes.length);
  if (bytesWritten !== bytes.length) throw cutShort(bytesWritten, bytes.length);
  const synced = handle.datasync();
  try {
    meanwhile();
  } finally {
    await synced;
  }
}

/**
 * Replaces `file` by `text` so that, whatever happens in between, the file is either wholly the old or wholly the new
 * one: write to a temporary name that nobody else uses, check the size (a full disk can cut a write short without an
 * error), sync the data, rename. Which of the two a power loss leaves is certain only after a sync of the folder.
 *
 * @throws the error of the file layer; the old file is then still in place.
 */
export async function placeFile(file: string, text: string | Buffer, files: FileLayer): Promise<void> {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  written += 1;
  const temporary = `${file}.${process.pid}-${written}.tmp`;
  await makeFolder(path.dirname(file), files);
  try {
    const handle = await files.open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      const { size } = await handle.stat();
      if (size !== bytes.length) throw cutShort(size, bytes.length);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await files.rename(temporary, file);
  } catch (error) {
    await files.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * As {@link placeFile}, and syncs the folder. When the promise resolves, the text survives a power loss.
 *
 * @throws the error of the file layer; either the old or the new file is then in place.
 */
export async function replaceFile(
  file: string,
  text: string | Buffer,
  files: FileLayer = realFiles,
): Promise<void> {
  await placeFile(file, text, files);
  await syncFolder(files, path.dirname(file));
}

const BYTE_ORDER_MARK = '\ufeff';

/** What is in `file`. The error of a disk that fails while it reads does not say itself which file it was. */
export async function readBytes(file: string, files: FileLayer): Promise<Buffer> {
  try {
    return await files.readFile(file);
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path: file });
  }
}

/**
 * Text of `file`, without the byte order mark that some editors put before it; null if there is no such file. Throws on
 * any other failure: an unreadable file is not an empty one.
 */
export async function readTextFile(file: string, files: FileLayer = realFiles): Promise<string | null> {
  try {
    const text = (await readBytes(file, files)).toString('utf8');
    return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The name under which {@link placeFile} writes a file: that of the file, the process and a number. */
const TEMPORARY = /^(.*)\.(\d+)-\d+\.tmp$/s;

/** The file of the folder that a failed call was about, if its error names one that is there; else null. */
export function fileBehind(error: unknown, folder: string, files: FileLayer): string | null {
  const { path: named } = (error ?? {}) as { path?: unknown };
  if (typeof named !== 'string') return null;
  const file = TEMPORARY.exec(named)?.[1] ?? named;
  if (path.relative(folder, file).split(path.sep)[0] === '..') return null;
  try {
    return files.sizeSync(file) === null ? null : file;
  } catch {
    return null;
  }
}

/** Removes what killed runs left half-written beside `file`, see {@link removeLeftoversIn}. */
export const removeLeftovers = (file: string, files: FileLayer = realFiles): Promise<void> =>
  removeLeftoversIn(path.dirname(file), (name) => name === path.basename(file), files);

/**
 * Removes what killed runs left half-written of the files of these names: whole copies of what people wrote, which
 * would outlive everything that is deleted. This run's own files stay. Never fails: they only take up room.
 */
export async function removeLeftoversIn(
  folder: string,
  isMeant: (name: string) => boolean,
  files: FileLayer,
): Promise<void> {
  const names = await files.readdir(folder).catch(() => []);
  for (const name of names) {
    const [, target, writer] = TEMPORARY.exec(name) ?? [];
    if (target === undefined || writer === String(process.pid) || !isMeant(target)) continue;
    await files.rm(path.join(folder, name), { force: true }).catch(() => undefined);
  }
}

/** Links that a file system knows not, or not from here. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK'];

/** Makes what a file holds durable, whoever wrote it. */
export async function syncFile(file: string, files: FileLayer): Promise<void> {
  const handle = await files.open(file, 'r+');
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/**
 * Gives a file that is never changed in place a second name; where the file system knows no links, a copy. The name is
 * certain only after a sync of its folder. One that is taken is left as it is, and so is everything where there is no
 * such file.
 */
export async function duplicateFile(file: string, second: string, files: FileLayer): Promise<void> {
  const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';
  try {
    await files.link(file, second);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    if (NO_LINKS.includes(codeOf(error))) await copyDurably(file, second, files);
    else if (codeOf(error) !== 'EEXIST') throw error;
  }
}

async function copyDurably(file: string, copy: string, files: FileLayer): Promise<void> {
  await files.copyFile(file, copy);
  await syncFile(copy, files);
}
