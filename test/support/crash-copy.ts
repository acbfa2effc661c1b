import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Library } from '../../main/library/library.ts';
import { OWNER_FILE } from '../../main/library/owner-lock.ts';
import { must } from './must.ts';
import { openedLibrary } from './open-library.ts';
import { tempFolder } from './temp-folder.ts';

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [file, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(file, copy);
    else if (entry.name !== OWNER_FILE) copyUnlessGone(file, copy);
  }
}

function copyUnlessGone(file: string, copy: string): void {
  try {
    copyFileSync(file, copy);
  } catch (error) {
    // The one call that was under way has just renamed or removed it.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/**
 * A copy of a library's files as a crash at this moment would leave them. Made in one go: at most the one call to the
 * disk that is under way can still get in between, and every state that this can show is one that a crash can leave.
 */
export async function crashedFolder(folder: string): Promise<string> {
  const copy = await tempFolder();
  copyFolder(folder, copy);
  return copy;
}

/** The library that would be found after a crash at this moment. The one that is open goes on untouched. */
export async function afterCrash(folder: string): Promise<Library> {
  const library = await openedLibrary(await crashedFolder(folder));
  must(await library.loaded);
  return library;
}
