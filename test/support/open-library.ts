import { onTestFinished } from 'vitest';
import { type FileLayer, realFiles } from '../../main/library/durable-file.ts';
import { type Library, type LibraryOptions, openLibrary } from '../../main/library/library.ts';
import { bugsOfTest } from './bugs.ts';
import { must } from './must.ts';

/**
 * A library in a folder, closed when the test ends; it may still be loading. A listener that throws fails the test,
 * unless that asks for bugs itself.
 */
export async function openedLibrary(
  folder: string,
  files: FileLayer = realFiles,
  options?: Partial<LibraryOptions>,
): Promise<Library> {
  const { onBug } = bugsOfTest();
  const library = must(await openLibrary(folder, files, { onBug, ...options }));
  onTestFinished(() => library.close());
  return library;
}
