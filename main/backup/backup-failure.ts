import type { AppError } from '../domain/app-error.ts';
import { UnreadableFile } from '../library/json-adapter.ts';
import { StorageFailure } from '../library/storage-error.ts';

type Reason = Extract<AppError, { kind: 'backup' }>['reason'];

/** Carries an expected failure through code that has much to undo: streams, open files, a half-filled folder. */
export class BackupFailure extends Error {
  readonly error: AppError;

  constructor(reason: Reason, file: string) {
    super(`${reason}: ${file}`);
    this.name = 'BackupFailure';
    this.error = { kind: 'backup', reason, file };
  }
}

const REASONS: Record<string, Reason> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
};

/** What a failure means for people; `file` is what was being worked on. Null for a defect. */
export function backupError(problem: unknown, file: string): AppError | null {
  if (problem instanceof BackupFailure) return problem.error;
  if (problem instanceof UnreadableFile)
    return { kind: 'backup', reason: problem.reason, file: problem.file };
  if (problem instanceof StorageFailure) return ofStorage(problem.error);
  const { name, code, syscall } = (problem ?? {}) as { name?: string; code?: unknown; syscall?: unknown };
  if (name === 'AbortError') return { kind: 'backup', reason: 'cancelled', file };
  // Only what the system answered has a code of this form; what Node says about our own mistakes has another.
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return null;
  // What Node makes of a disk that can only be read, when a folder is to be made with those around it.
  if (code === 'ENOENT' && syscall === 'mkdir') return { kind: 'backup', reason: 'denied', file };
  return { kind: 'backup', reason: REASONS[code] ?? 'io', file };
}

/** Of reading the library itself, `file` of it: what to do is not the same as where the backups lie. */
export function ofLibrary(problem: unknown, file: string): unknown {
  const error = backupError(problem, file);
  if (error?.kind !== 'backup' || !['full', 'denied', 'io'].includes(error.reason)) return problem;
  if ((problem as { code?: unknown }).code === 'ENOENT') return new BackupFailure('library-damaged', file);
  return new BackupFailure(error.reason === 'full' ? 'full' : 'library-unread', file);
}

/**
 * Of reading back what was just written to `place`: it is the disk there that is at fault, whatever is wrong with it, and
 * nobody has a backup yet that could be damaged.
 */
export const readBack =
  (place: string) =>
  (problem: unknown): never => {
    throw problem instanceof BackupFailure ? new BackupFailure('io', place) : problem;
  };

/** Reasons for which no other try of the same backup can succeed. */
const FAULTS: readonly Reason[] = ['foreign', 'damaged', 'unsafe', 'newer', 'gone'];

/** Whether a backup is itself at fault, and not the disk around it. */
export const isOfBackup = (error: AppError): boolean =>
  error.kind === 'backup' && FAULTS.includes(error.reason);

/** Of one that is kept here: nobody knows the names of its files, and there is nowhere to copy it from once more. */
export const ofKept =
  (createdAt: string) =>
  (problem: unknown): never => {
    const error = backupError(problem, createdAt);
    throw error && isOfBackup(error) ? new BackupFailure('kept-damaged', createdAt) : problem;
  };

/**
 * Of keeping in `folder` what a restore would replace: says so where the disk there is what keeps it from that. What the
 * library was at fault for is a {@link BackupFailure} by then, and what was read back wrong is one of `io`.
 */
export const notKept =
  (folder: string) =>
  (problem: unknown): never => {
    const error = backupError(problem, folder);
    const reasons = problem instanceof BackupFailure ? ['io'] : ['full', 'denied', 'io'];
    const isOfDisk = error?.kind === 'backup' && reasons.includes(error.reason);
    throw isOfDisk ? new BackupFailure('not-kept', folder) : problem;
  };

/** That another Copydesk has the library passes with no waiting here, and is said as everywhere else. */
const ofStorage = (error: AppError): AppError =>
  error.kind === 'storage' && error.reason !== 'in-use'
    ? { kind: 'backup', reason: error.reason, file: error.file }
    : error;
