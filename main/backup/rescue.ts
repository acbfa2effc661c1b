import type { AppError } from '../domain/app-error.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { backupError, isOfBackup } from './backup-failure.ts';
import { makeReady, type Restoring } from './restore.ts';
import { BackupStore, type StoredBackup } from './store.ts';
import { planSwap } from './swap.ts';
import { verify } from './unpack.ts';

type Rescue = Omit<Restoring, 'signal' | 'onProgress'> & {
  /** Where the daily backups are. */
  folder: string;
  /** Ids of backups that could not be restored though their hashes were right: they are not offered again. */
  refused: Set<string>;
};

const patient = () => ({ signal: new AbortController().signal, onProgress: () => {} });

/** The newest backup that is whole and not refused, for a library that cannot be opened; null where there is none. */
export async function newestGood({ folder, files, refused }: Rescue): Promise<StoredBackup | null> {
  const store = new BackupStore(folder, files);
  const listed = await store.list().catch(() => []);
  for (const backup of listed.filter(({ id }) => !refused.has(id))) {
    const isWhole = await store
      .source(backup.id)
      .then((source) => verify(source, backup.id, patient()))
      .then(
        () => true,
        () => false,
      );
    if (isWhole) return backup;
  }
  return null;
}

/**
 * Has a backup take the place of a library that cannot be opened, at the next opening; what is there now is kept beside
 * it. Errors: `backup`; then everything is as it was. One that is itself at fault is refused from now on; where the disk
 * is, which would fail any other, it is offered again.
 */
export async function rescue({ id, createdAt }: StoredBackup, at: Rescue): Promise<Result<null>> {
  const { folder, files, clock, library, refused } = at;
  try {
    const source = await new BackupStore(folder, files).source(id);
    await makeReady(source, id, { ...at, ...patient() });
    await planSwap(library, { createdAt, now: clock.now(), keepOld: true }, files);
    return ok(null);
  } catch (problem) {
    const error: AppError | null = backupError(problem, id);
    if (error === null) throw problem;
    if (isOfBackup(error)) refused.add(id);
    return err(error);
  }
}
