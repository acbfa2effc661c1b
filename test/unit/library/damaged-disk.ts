import path from 'node:path';
import { expect } from 'vitest';
import type { Library } from '../../../main/library/library.ts';
import { type FileCall, interposedFiles } from '../../support/interposed-files.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { contentsOf, FOLDER, inMemory } from '../../support/small-library.ts';

/** A file of the library, by its name there. */
export const at = (name: string): string => path.join(FOLDER, name);

export const textOf = (image: DiskImage, file: string): string => image.get(file)?.toString() ?? '';

/** A disk with another content of one file; null: without it. */
export function diskWith(image: DiskImage, file: string, content: string | null): PowerLossDisk {
  const changed = new Map(image);
  if (content === null) changed.delete(file);
  else changed.set(file, Buffer.from(content));
  return new PowerLossDisk(changed);
}

/** Without its owner, as after a kill: nobody is there whom the next process would have to wait for. */
export const unowned = (image: DiskImage): Map<string, Buffer | null> =>
  new Map([...image].filter(([file]) => !path.basename(file).startsWith('owner.json')));

/** A whole library whose compactions die, once that is due, when they would give this name to a file. */
export async function dyingAt(disk: PowerLossDisk, file: string, death = { isDue: true }): Promise<Library> {
  const around = async ({ to }: FileCall, run: () => Promise<unknown>) => {
    if (death.isDue && to === file) throw Object.assign(new Error('EIO'), { code: 'EIO' });
    return run();
  };
  const library = await openedLibrary(FOLDER, interposedFiles(around, filesOn(disk)));
  must(await library.loaded);
  return library;
}

/** Opening again finds nothing wrong, and the same library. */
export async function isMended(disk: PowerLossDisk, contents: string[]): Promise<void> {
  const again = await inMemory(disk);
  expect(again.repairs).toEqual([]);
  expect(contentsOf(again)).toEqual(contents);
  await again.close();
}
