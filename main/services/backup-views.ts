import path from 'node:path';
import type { z } from 'zod';
import type { backupSchema } from '../../preload/contract/backups.ts';
import { damagedTexts, totalBytes } from '../backup/manifest.ts';
import type { StoredBackup, UnreadableBackup } from '../backup/store.ts';
import type { AppError } from '../domain/app-error.ts';
import { type FileLayer, readTextFile } from '../library/durable-file.ts';
import { MANIFEST_FILE } from '../library/layout.ts';
import type { Library } from '../library/library.ts';
import { readManifest } from '../library/manifest.ts';

/** A backup as people choose among them. */
export const backupRow = ({
  id,
  kind,
  createdAt,
  counts,
  files,
}: StoredBackup): z.infer<typeof backupSchema> => ({
  ...{ id, createdAt, counts, bytes: totalBytes({ files }), damagedTexts: damagedTexts({ files }) },
  kind: kind === 'file' ? 'daily' : kind,
});

/** Whether a backup was not made because of what a person did, and nothing is wrong. */
export const isPassing = (error: AppError): boolean =>
  error.kind === 'backup' && (error.reason === 'busy' || error.reason === 'cancelled');

/** Notes each backup that cannot be read once: they are listed whenever something changes. */
export function notingOnce(note: (line: string) => void): (unreadable: readonly UnreadableBackup[]) => void {
  const noted = new Set<string>();
  return (unreadable) => {
    for (const { file, reason } of unreadable) {
      if (!noted.has(file)) note(`cannot be read: ${file}: ${reason}`);
      noted.add(file);
    }
  };
}

/** Tells of progress once for each whole percent above 0: a library has thousands of files. */
export function eachPercent(
  tell: (done: number, total: number) => void,
): (done: number, total: number) => void {
  let percent = 0;
  return (done, total) => {
    const now = Math.floor((100 * done) / Math.max(1, total));
    if (now !== percent) tell(done, total);
    percent = now;
  };
}

/** No posts and no sites: no daily backup is made of it, whatever else damage has left. */
export const hasNoPostsOrSites = (library: Pick<Library, 'all'>): boolean =>
  library.all('posts').length + library.all('sites').length === 0;

/**
 * Whether a library that is replaced has to be kept: an empty one would take the place of one that somebody may want
 * back, and look like a backup. What damage has left without posts and sites is not nothing.
 */
export const hasWords = (library: Pick<Library, 'all'>): boolean =>
  OF_PEOPLE.some((collection) => library.all(collection).length > 0);

const OF_PEOPLE = [
  ...(['posts', 'sites', 'revisions', 'replyDrafts', 'operations'] as const),
  ...(['comments', 'decisions', 'savedSearches'] as const),
];

interface Present {
  library: Pick<Library, 'id' | 'all'>;
  /** Where it lies. */
  dataFolder: string;
  files: FileLayer;
}

/**
 * Whether these are backups of a library that is not in its place, and the present one was begun anew instead. One that
 * was restored has another id than its backups, too, but says still when it was first begun; and one whose manifest was
 * damaged got a new one, but holds still what it held.
 */
export async function isLibraryGone(backups: readonly StoredBackup[], at: Present): Promise<boolean> {
  const { library, dataFolder, files } = at;
  if (backups.length === 0 || !hasNoPostsOrSites(library)) return false;
  if (backups.some((backup) => backup.library.id === library.id)) return false;
  const file = path.join(dataFolder, MANIFEST_FILE);
  try {
    const state = readManifest(await readTextFile(file, files), file);
    // A new library gets its manifest with its first change.
    if (state.kind !== 'current') return state.kind === 'missing';
    return backups.every(({ createdAt }) => createdAt < state.manifest.createdAt);
  } catch {
    return false; // of a disk that cannot be read others tell
  }
}
