import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** The calls to the disk that durability depends on; injected so that tests can make each of them fail. */
export interface FileLayer {
  open: typeof open;
  rename: typeof rename;
  readFile: typeof readFile;
  rm: typeof rm;
  mkdir: typeof mkdir;
  readdir: (folder: string) => Promise<string[]>;
}

export const realFiles: FileLayer = { open, rename, readFile, rm, mkdir, readdir };

let written = 0;

async function syncFolder(files: FileLayer, folder: string): Promise<void> {
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

/**
 * Replaces `file` by `text` so that, whatever happens in between, the file is either wholly the old or wholly the new
 * one: write to a temporary name that nobody else uses, check the size (a full disk can cut a write short without an
 * error), sync the data, rename, sync the folder. When the promise resolves, the text survives a power loss.
 *
 * @throws the error of the file layer; the old file is then still in place.
 */
export async function replaceFile(file: string, text: string, files: FileLayer = realFiles): Promise<void> {
  const bytes = Buffer.from(text, 'utf8');
  const folder = path.dirname(file);
  written += 1;
  const temporary = `${file}.${process.pid}-${written}.tmp`;
  await files.mkdir(folder, { recursive: true });
  try {
    const handle = await files.open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      const { size } = await handle.stat();
      if (size !== bytes.length) {
        throw Object.assign(new Error(`${size} of ${bytes.length} bytes were written`), { code: 'ENOSPC' });
      }
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await files.rename(temporary, file);
    await syncFolder(files, folder);
  } catch (error) {
    await files.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Text of `file`, or null if there is none. Throws on any other failure: an unreadable file is not an empty one. */
export async function readTextFile(file: string, files: FileLayer = realFiles): Promise<string | null> {
  try {
    return await files.readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Removes what killed runs left half-written beside `file`: whole copies of what people wrote, which would outlive
 * everything that is deleted. This run's own files stay. Never fails: they only take up room.
 */
export async function removeLeftovers(file: string, files: FileLayer = realFiles): Promise<void> {
  const folder = path.dirname(file);
  const names = await files.readdir(folder).catch(() => []);
  const start = `${path.basename(file)}.`;
  for (const name of names) {
    const writer = name.startsWith(start)
      ? /^(\d+)-\d+\.tmp$/.exec(name.slice(start.length))?.[1]
      : undefined;
    if (writer === undefined || writer === String(process.pid)) continue;
    await files.rm(path.join(folder, name), { force: true }).catch(() => undefined);
  }
}
