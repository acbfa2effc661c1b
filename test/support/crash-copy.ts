import { cp } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Library, openLibrary } from '../../main/library/library.ts';
import { OWNER_FILE } from '../../main/library/owner-lock.ts';
import { must } from './must.ts';
import { tempFolder } from './temp-folder.ts';

/** A copy of a library's files as a crash at this moment would leave them. */
export async function crashedFolder(folder: string): Promise<string> {
  const copy = await tempFolder();
  await cp(folder, copy, { recursive: true, filter: (file) => path.basename(file) !== OWNER_FILE });
  return copy;
}

/** The library that would be found after a crash at this moment. The one that is open goes on untouched. */
export async function afterCrash(folder: string): Promise<Library> {
  const library = must(await openLibrary(await crashedFolder(folder)));
  onTestFinished(() => library.close());
  must(await library.loaded);
  return library;
}
