import type { AppError } from '../domain/app-error.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { backupError } from './backup-failure.ts';
import { makeReady, type Restoring } from './restore.ts';
import { BackupStore, type StoredBackup } from './store.ts';
import { planSwap } from './swap.ts';
import { verify } from './unpack.ts';

type Rescue = Omit<Restoring, 'signal' | 'onProgress'> & {
  /** Where the daily backups are. */
  folder: string;
};

const patient = () => ({ signal: new AbortController().signal, onProgress: () => {} });

/** The newest backup that is whole, for a library that cannot be opened; null where there is none. */
export async function newestGood({ folder, files }: Rescue): Promise<StoredBackup | null> {
  const store = new BackupStore(folder, files);
  for (const backup of await store.list().catch(() => [])) {
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
 * it. Errors: `backup`; then everything is as it was.
 */
export async function rescue({ id, createdAt }: StoredBackup, at: Rescue): Promise<Result<null>> {
  const { folder, files, clock, library } = at;
  try {
    const source = await new BackupStore(folder, files).source(id);
    await makeReady(source, id, { ...at, ...patient() });
    await planSwap(library, { createdAt, now: clock.now(), keepOld: true }, files);
    return ok(null);
  } catch (problem) {
    const error: AppError | null = backupError(problem, id);
    if (error === null) throw problem;
    return err(error);
  }
}
