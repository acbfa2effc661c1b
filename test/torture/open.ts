import type { Result } from '../../main/domain/result.ts';
import { type FileLayer, realFiles } from '../../main/library/durable-file.ts';
import { type Library, openLibrary } from '../../main/library/library.ts';
import { must } from '../support/must.ts';
import { noBugs } from '../support/no-bugs.ts';

/** So short a journal that compaction is nearly always under way. */
const JOURNAL_LIMIT = 6_000;

/** Opens a library that rotates and compacts all the time; it is whole when the promise resolves. */
export async function tryRestless(folder: string, files: FileLayer = realFiles): Promise<Result<Library>> {
  const opened = await openLibrary(folder, files, { ...noBugs, journalLimit: JOURNAL_LIMIT });
  if (!opened.ok) return opened;
  const loaded = await opened.value.loaded;
  if (loaded.ok) return opened;
  await opened.value.close();
  return loaded;
}

/** {@link tryRestless}; throws if the library cannot be read, or was found damaged: a crash damages nothing. */
export async function openRestless(folder: string, files?: FileLayer): Promise<Library> {
  const library = must(await tryRestless(folder, files));
  if (library.repairs.length === 0) return library;
  await library.close();
  throw new Error(`Repairs: ${JSON.stringify(library.repairs)}`);
}
