import path from 'node:path';
import type { Clock } from '../clock.ts';
import type { LibraryCounts } from '../domain/library-counts.ts';
import { distrusted, isDraft } from '../domain/post.ts';
import { ok } from '../domain/result.ts';
import type { Site } from '../domain/site.ts';
import type { Preferences } from '../library/collections.ts';
import { type FileLayer, replaceFile } from '../library/durable-file.ts';
import { MANIFEST_FILE } from '../library/layout.ts';
import { type Library, openLibrary } from '../library/library.ts';
import { manifestText, newManifest, readManifest } from '../library/manifest.ts';
import type { Repair } from '../library/repairs.ts';
import { StorageFailure } from '../library/storage-error.ts';
import { doubtDrafts, doubtOperations } from '../sync/doubt.ts';
import { BackupFailure } from './backup-failure.ts';

interface Proving {
  files: FileLayer;
  clock: Clock;
  signal: AbortSignal;
  /** The settings in force, which stay; left out or null: those of the backup. */
  settings?: Preferences | null;
  /** Told of a defect while the unpacked library is open. */
  onBug(error: unknown): void;
}

/** How much a library holds. */
export function countsOf(library: Pick<Library, 'all' | 'openOperations'>): LibraryCounts {
  const posts = library.all('posts');
  return {
    posts: posts.length,
    drafts: posts.filter(isDraft).length,
    comments: library.all('comments').length,
    waiting: library.openOperations().length,
  };
}

/**
 * Opens an unpacked library, loads it wholly and compares it with what its backup says; then makes it ready to take the
 * place of another: a new id, so that nothing made from the other library is taken for its own, everything that waits is
 * to be looked up at its site before it is sent, and the settings are those in force. Stopped, it ends with the file that
 * is being read.
 *
 * @param name what is said to be damaged if it is
 * @returns the sites that it is connected to
 * @throws BackupFailure, the signal's reason, and the disk's errors
 */
export async function prove(
  folder: string,
  counts: LibraryCounts,
  name: string,
  proving: Proving,
): Promise<Site[]> {
  const { files, clock, signal, settings = null, onBug } = proving;
  await giveNewId(folder, proving);
  const opened = await openLibrary(folder, whileWanted(files, signal), { clock, onBug });
  signal.throwIfAborted();
  if (!opened.ok) throw new StorageFailure(opened.error);
  const library = opened.value;
  try {
    const loaded = await library.loaded;
    signal.throwIfAborted();
    if (!loaded.ok) throw new StorageFailure(loaded.error);
    const found = countsOf(library);
    const isAsSaid =
      found.posts === counts.posts && found.comments === counts.comments && found.waiting === counts.waiting;
    if (!library.repairs.every(wasKeptSo) || !isAsSaid) throw new BackupFailure('damaged', name);
    const marked = await makeOurs(library, settings);
    if (!marked.ok) throw new StorageFailure(marked.error);
    return library.all('sites');
  } finally {
    await library.close();
  }
}

/**
 * A long text that had been cut short in the library already, and was kept as it was: the hashes have shown that these
 * are the very bytes. Refused for it, all the rest of the backup would be lost with one text, while the restored library
 * sets it aside and tells of it like any other. One that is not there at all no backup of ours lacks.
 */
const wasKeptSo = ({ what, quarantined }: Repair): boolean => what === 'body' && quarantined !== null;

/** Files of which none is read any more once nobody wants it: a large library loads for seconds. */
function whileWanted(files: FileLayer, signal: AbortSignal): FileLayer {
  const readFile = (async (...read: Parameters<FileLayer['readFile']>) => {
    signal.throwIfAborted();
    return files.readFile(...read);
  }) as FileLayer['readFile'];
  return { ...files, readFile };
}

async function giveNewId(folder: string, { files, clock }: Proving): Promise<void> {
  const file = path.join(folder, MANIFEST_FILE);
  const found = readManifest(await files.readFile(file, 'utf8'), file);
  if (found.kind !== 'current') throw new BackupFailure('damaged', file);
  const { createdAt } = found.manifest;
  const manifest = { ...newManifest(clock.createId(), clock.now()), createdAt };
  await replaceFile(file, manifestText(manifest), files);
}

/**
 * What waits here may have been sent since, and what was a draft may have been published. The language and the look are
 * the person's, not the backup's; where they were is a place in the backup's library.
 */
const makeOurs = (library: Library, settings: Preferences | null) =>
  library.transact((tx) => {
    const place = tx.get('preferences', 'main')?.place ?? null;
    if (settings !== null) tx.put('preferences', { ...settings, place });
    const cut = new Set(library.repairs.flatMap(({ ids }) => ids ?? []));
    doubtOperations(tx);
    doubtDrafts(tx);
    // The start that would tell what is left of a text from what its site has finds it mended.
    for (const post of tx.all('posts')) if (cut.has(post.id)) tx.put('posts', distrusted(post));
    return ok(null);
  });
