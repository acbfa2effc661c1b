import type { AppError } from '../domain/app-error.ts';

/** The storage error that a failed file call means for people. */
export function storageError(error: unknown, file: string): AppError {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'storage', reason: 'full', file };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return { kind: 'storage', reason: 'denied', file };
  }
  return { kind: 'storage', reason: 'io', file };
}
