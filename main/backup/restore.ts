import type { Clock } from '../clock.ts';
import type { Site } from '../domain/site.ts';
import type { Preferences } from '../library/collections.ts';
import type { FileLayer } from '../library/durable-file.ts';
import { prove } from './prove.ts';
import type { OnProgress } from './snapshot.ts';
import type { BackupSource } from './source.ts';
import { dropRestored, restoredFolder } from './swap.ts';
import { unpack } from './unpack.ts';

export interface Restoring {
  /** Folder of the library that is to be replaced. */
  library: string;
  files: FileLayer;
  clock: Clock;
  signal: AbortSignal;
  /** The settings in force, which stay over the restore; left out or null: those of the backup. */
  settings?: Preferences | null;
  onProgress: OnProgress;
  onBug(error: unknown): void;
}

/**
 * Unpacks a backup beside the library and proves that it can be opened and is whole. Nothing is replaced by this.
 * Throws BackupFailure, and the disk's errors; then nothing of it is left behind.
 *
 * @param name the backup's, for people
 * @returns the sites that it is connected to
 */
export async function makeReady(source: BackupSource, name: string, restoring: Restoring): Promise<Site[]> {
  const { library, files } = restoring;
  const folder = restoredFolder(library);
  try {
    await unpack(source, name, folder, restoring);
    restoring.signal.throwIfAborted();
    return await prove(folder, source.manifest.counts, name, restoring);
  } catch (problem) {
    await dropRestored(library, files);
    throw problem;
  } finally {
    await source.close();
  }
}
