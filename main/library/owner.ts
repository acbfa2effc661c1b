import path from 'node:path';
import { ok, type Result } from '../domain/result.ts';
import { type FileLayer, readTextFile } from './durable-file.ts';
import { INDEX_FILE, journalIn } from './layout.ts';
import { acquireOwnership, type Ownership } from './owner-lock.ts';
import { StorageFailure } from './storage-error.ts';

export interface Owner {
  /** Refuses only a library that somebody else owns: on a disk that takes nothing there is still much to read. */
  atStart(): Promise<Result<null>>;
  /** Awaited before the first change. Throws {@link StorageFailure}. */
  ensure(): Promise<void>;
  release(): Promise<void>;
}

/** Ownership of a folder that is taken at the start where possible, and before the first change in any case. */
export function ownerOf(folder: string, files: FileLayer): Owner {
  let held: Ownership | null = null;
  let seen = '';
  // Whoever writes begins a journal; whoever has compacted it since has written another index.
  const traces = async () => {
    const names = await files.readdir(folder).catch(() => []);
    const index = await readTextFile(path.join(folder, INDEX_FILE), files).catch(() => null);
    return [...names.filter((name) => journalIn(name) !== null).sort(), index].join();
  };
  return {
    async atStart() {
      seen = await traces();
      const acquired = await acquireOwnership(folder, files);
      if (acquired.ok) held = acquired.value;
      else if (acquired.error.kind === 'storage' && acquired.error.reason === 'in-use') return acquired;
      return ok(null);
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
