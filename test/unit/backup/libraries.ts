import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { restoredFolder } from '../../../main/backup/swap.ts';
import { tempFolder } from '../../support/temp-folder.ts';

export const OLD = { 'library.json': 'old', 'posts/000000.ndjson': 'old posts' };
export const NEW = {
  ...{ 'library.json': 'new', 'posts/000000.ndjson': 'new posts' },
  'posts/000001.ndjson': 'more',
};
export const PLAN = {
  ...{ createdAt: '2026-11-20T10:00:00.000Z', now: new Date('2026-11-22T10:00:00Z') },
  keepOld: false,
};

/** Makes a folder with these files. */
export async function fill(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}

/** An old library, and a new one ready beside it. */
export async function twoLibraries() {
  const root = await tempFolder();
  const library = path.join(root, 'library');
  await fill(library, OLD);
  await fill(restoredFolder(library), NEW);
  return { root, library };
}
