import path from 'node:path';
import { ok, type Result } from '../domain/result.ts';
import { type FileLayer, readTextFile } from './durable-file.ts';
import { INDEX_FILE, journalIn, MANIFEST_FILE } from './layout.ts';
import { acquireOwnership, isOwned, type Ownership } from './owner-lock.ts';
import { StorageFailure } from './storage-error.ts';

export interface Owner {
  /**
   * Takes the folder and answers what `read` finds in it. Refuses only a library that somebody else owns: on a disk
   * that takes nothing there is still much to read. Rejects as `read` does.
   */
  atStart<T>(read: () => Promise<T>): Promise<Result<T>>;
  /** Awaited before the first change. Throws {@link StorageFailure}. */
  ensure(): Promise<void>;
  release(): Promise<void>;
}

/** Ownership of a folder that is taken at the start where possible, and before the first change in any case. */
export function ownerOf(folder: string, files: FileLayer): Owner {
  let held: Ownership | null = null;
  let seen = '';
  const textOf = (name: string) => readTextFile(path.join(folder, name), files).catch(() => null);
  // Whoever writes begins a journal; whoever has compacted it since has written another index.
  const traces = async () => {
    const [names, ...texts] = await Promise.all([
      files.readdir(folder).catch(() => []),
      ...[INDEX_FILE, MANIFEST_FILE].map(textOf),
    ]);
    return [...names.filter((name) => journalIn(name) !== null).sort(), ...texts].join();
  };
  return {
    async atStart(read) {
      const looked = Promise.withResolvers<void>();
      const acquiring = acquireOwnership(folder, files, undefined, looked.promise);
      seen = await traces();
      // To take a lock is mostly waiting for the disk, so what nobody owns is read meanwhile. Whoever comes and writes
      // before the lock is ours has to take it first, after we saw that there was none: that leaves other traces.
      const early = (await isOwned(folder, files)) ? null : read();
      early?.catch(() => undefined); // is thrown where it is awaited, if it is
      looked.resolve();
      const acquired = await acquiring;
      if (acquired.ok) held = acquired.value;
      else if (acquired.error.kind === 'storage' && acquired.error.reason === 'in-use') return acquired;
      const before = seen; // what is read below is what there is from here on, see `ensure`
      seen = await traces();
      return ok(await (early && seen === before ? early : read()));
    },
    async ensure() {
      if (held) return;
      const acquired = await acquireOwnership(folder, files);
      if (!acquired.ok) throw new StorageFailure(acquired.error);
      if ((await traces()) !== seen) {
        // Somebody wrote while it was not ours: what is in memory is no longer what is on disk.
        await acquired.value.release();
        throw new StorageFailure({ kind: 'storage', reason: 'in-use', file: folder });
      }
      held = acquired.value;
    },
    async release() {
      await held?.release();
      held = null;
    },
  };
}
