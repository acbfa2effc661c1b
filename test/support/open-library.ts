import { onTestFinished } from 'vitest';
import type { FileLayer } from '../../main/library/durable-file.ts';
import { type Library, type LibraryOptions, openLibrary } from '../../main/library/library.ts';
import { must } from './must.ts';

/** A library in a folder, closed when the test ends; it may still be loading. */
export async function openedLibrary(
  folder: string,
  files?: FileLayer,
  options?: Partial<LibraryOptions>,
): Promise<Library> {
  const library = must(await openLibrary(folder, files, options));
  onTestFinished(() => library.close());
  return library;
}
