import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { AppError } from '../domain/app-error.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  type FileLayer,
  readTextFile,
  removeLeftovers,
  replaceFile,
  syncFolder,
} from '../library/durable-file.ts';
import { acquireOwnership } from '../library/owner-lock.ts';
import { storageError } from '../library/storage-error.ts';
import { backupError } from './backup-failure.ts';

/*
 * How a restored library takes the place of another, so that whatever happens in between, the next start finds one of
 * the two whole:
 *
 * 1. The restored library lies complete, proven and durable in a folder beside the other one.
 * 2. A note says that it is to take its place, and what the old one is to be called. From here on it will.
 * 3. At the next start, before anything is opened: the old folder gets its other name, then the new one its place.
 *    Both are renames, and each can be told from its absence, so that a start that dies is gone on with by the next.
 * 4. The note goes, then the old folder, unless it is to be kept.
 *
 * A note that the disk has damaged says neither. Where the library is not in its place then, it was killed between the
 * two renames, and the old folder comes back.
 */

const RESTORED = 'library-restored';
const NOTE = 'library-restore.json';
/** Followed by when it was; a library that could not be opened is kept as `library-damaged-…`. */
const REPLACED = 'library-replaced-';
const DAMAGED = 'library-damaged-';

const noteSchema = z.object({
  /** Name for the folder of the library that makes place. */
  old: z.string().regex(/^library-(replaced|damaged)-[\dTZ-]+$/),
  /** When the backup was made that is restored (ISO). */
  createdAt: z.string(),
});
type Note = z.infer<typeof noteSchema>;

/**
 * The old library cannot be moved away. `held`: another program works with it, or a disk of its own is connected there.
 * `denied`: the system does not allow it. `full`, `io`: the disk around it does not take the new name.
 */
export interface BlockedSwap {
  kind: 'blocked-swap';
  reason: 'held' | 'denied' | 'full' | 'io';
}

/** Whether a folder beside the library, by its name, is a library or was one. */
const isLibraryFolder = (name: string): boolean => /^library(-|$)/.test(name);

/** Whether a file lies in the folder of a library, or of one that was: it would go with it. */
export async function isInLibrary(file: string, library: string): Promise<boolean> {
  // The system may have come to it by a link. A folder that is not there yet is none of ours.
  const real = (folder: string) => realpath(folder).catch(() => path.resolve(folder));
  const parent = await real(path.dirname(library));
  const [first = ''] = path.relative(parent, await real(path.dirname(file))).split(path.sep);
  return isLibraryFolder(first);
}

/** The folder in which a restored library is made ready. */
export const restoredFolder = (library: string): string => path.join(path.dirname(library), RESTORED);

/**
 * Has the library in {@link restoredFolder} take the place of `library` at the next start.
 *
 * @param keepOld the old one could not be opened, and stays beside it for whoever can
 * @throws the disk's errors; then nothing will be replaced, unless the disk neither removes nor shows a note that it has
 *   kept all the same
 */
export async function planSwap(
  library: string,
  { createdAt, now, keepOld }: { createdAt: string; now: Date; keepOld: boolean },
  files: FileLayer,
): Promise<void> {
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  const note: Note = { old: `${keepOld ? DAMAGED : REPLACED}${stamp}`, createdAt };
  const noteFile = path.join(path.dirname(library), NOTE);
  const text = `${JSON.stringify(note)}\n`;
  await syncFolder(files, path.dirname(library)); // the name of the restored folder
  try {
    await replaceFile(noteFile, text, files);
  } catch (problem) {
    // It may stand there all the same, and nobody would expect what it says.
    const isGone = await files.rm(noteFile, { force: true }).then(
      () => true,
      () => false,
    );
    // What can only be carried out must not be called off: a start would replace the library of somebody who goes on.
    if (isGone || (await readTextFile(noteFile, files).catch(() => null)) !== text) throw problem;
  }
}

/** Forgets what was unpacked. Never fails: what stays is removed at the next start. */
export async function dropRestored(library: string, files: FileLayer): Promise<void> {
  await files.rm(restoredFolder(library), { recursive: true, force: true }).catch(() => undefined);
}

/** Has the library stay, after all, where a planned swap could not begin. Never fails: then it is asked about again. */
export async function dropPlan(library: string, files: FileLayer): Promise<void> {
  const parent = path.dirname(library);
  try {
    await files.rm(path.join(parent, NOTE), { force: true });
    await syncFolder(files, parent);
    await dropRestored(library, files);
  } catch {
    // The plan stands.
  }
}

/**
 * To be awaited before the library is opened: carries out a swap that was planned, or goes on with one that was cut
 * off. Answers when the restored backup was made; null if nothing was restored.
 * Errors: `storage`; then the next start tries again. {@link BlockedSwap}: nothing was changed; the next start tries
 * again, too, unless the plan is dropped.
 */
export async function finishSwap(
  library: string,
  files: FileLayer,
): Promise<Result<string | null, AppError | BlockedSwap>> {
  const parent = path.dirname(library);
  const noteFile = path.join(parent, NOTE);
  try {
    const text = await readTextFile(noteFile, files);
    const note = parseNote(text);
    if (note === null) {
      await putBack(library, text !== null, files);
      await tidyUp(library, files);
      return ok(null);
    }
    const busy = await ownedElsewhere(library, files);
    if (busy) return err(busy);
    const old = path.join(parent, note.old);
    const restored = restoredFolder(library);
    const isReady = await isThere(restored, files);
    const blocked = isReady && (await isThere(library, files)) ? await moveAway(library, old, files) : null;
    if (blocked) return err(blocked);
    await syncFolder(files, parent);
    const hasOld = await isThere(old, files);
    // Somebody has taken the restored one away: an empty library in the place of both would look as if all were lost.
    const source = isReady ? restored : hasOld && !(await isThere(library, files)) ? old : null;
    if (source !== null) await files.rename(source, library);
    // Both renames are certain before the note that they are planned by goes.
    await syncFolder(files, parent);
    await files.rm(noteFile, { force: true });
    await syncFolder(files, parent);
    await tidyUp(library, files);
    return ok(isReady || (hasOld && source === null) ? note.createdAt : null);
  } catch (problem) {
    return err(storageError(problem, library));
  }
}

/**
 * Without a note that says anything a library in its place stays. Where none is, what made place last comes back: under
 * that name it is whole, see {@link tidyUp}, and an empty one in its place would have the next start remove it. What was
 * kept as damaged makes place only between the two renames, which `hadNote` and a restored library tell of; later it
 * stays for somebody to look at.
 */
async function putBack(library: string, hadNote: boolean, files: FileLayer): Promise<void> {
  const parent = path.dirname(library);
  // Before the first start of all there is no such folder.
  const names = files.sizeSync(parent) === null ? [] : await files.readdir(parent);
  if (names.includes(path.basename(library))) return;
  const isBetween = hadNote && names.includes(RESTORED);
  const when = (name: string) => name.slice((name.startsWith(REPLACED) ? REPLACED : DAMAGED).length);
  const before = names.filter((name) => name.startsWith(REPLACED) || (isBetween && name.startsWith(DAMAGED)));
  const [newest] = before.sort((a, b) => (when(a) < when(b) ? 1 : -1));
  if (newest === undefined) return;
  await files.rename(path.join(parent, newest), library);
  await syncFolder(files, parent);
}

const BLOCKS: Record<string, BlockedSwap['reason']> = {
  ...{ EBUSY: 'held', ETXTBSY: 'held', EXDEV: 'held' },
  ...{ EACCES: 'denied', EPERM: 'denied', EROFS: 'denied' },
  ...{ ENOSPC: 'full', EDQUOT: 'full' },
};

/** Answers with why the library stays where it is. */
async function moveAway(library: string, old: string, files: FileLayer): Promise<BlockedSwap | null> {
  try {
    await files.rename(library, old);
    return null;
  } catch (problem) {
    if (!(await isThere(library, files))) return null;
    if (backupError(problem, library) === null) throw problem;
    return { kind: 'blocked-swap', reason: BLOCKS[(problem as NodeJS.ErrnoException).code ?? ''] ?? 'io' };
  }
}

function parseNote(text: string | null): Note | null {
  if (text === null) return null;
  try {
    return noteSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

async function isThere(folder: string, files: FileLayer): Promise<boolean> {
  const names = await files.readdir(path.dirname(folder));
  return names.includes(path.basename(folder));
}

/** Another process may have the old library open, on whatever way it came to it. */
async function ownedElsewhere(library: string, files: FileLayer): Promise<AppError | null> {
  if (!(await isThere(library, files))) return null;
  const owned = await acquireOwnership(library, files);
  if (owned.ok) await owned.value.release();
  return !owned.ok && owned.error.kind === 'storage' && owned.error.reason === 'in-use' ? owned.error : null;
}

/**
 * Removes what restores have left, but never the only library there is. Never fails: it is tried again. Half removed,
 * a replaced library must not pass for a whole one, so it loses its name first.
 */
async function tidyUp(library: string, files: FileLayer): Promise<void> {
  try {
    const parent = path.dirname(library);
    await removeLeftovers(path.join(parent, NOTE), files);
    const names = await files.readdir(parent);
    if (!names.includes(path.basename(library))) return;
    // One that nobody can read, beside a library in its place.
    await files.rm(path.join(parent, NOTE), { force: true });
    const rubbish = restoredFolder(library);
    await files.rm(rubbish, { recursive: true, force: true });
    for (const name of names.filter((each) => each.startsWith(REPLACED))) {
      await files.rename(path.join(parent, name), rubbish);
      await syncFolder(files, parent);
      await files.rm(rubbish, { recursive: true, force: true });
    }
  } catch {
    // It only takes up room.
  }
}
