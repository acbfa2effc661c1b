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

/** Carries a storage error through code that throws, such as lowdb's adapters. */
export class StorageFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.kind === 'storage' ? `${error.reason}: ${error.file}` : error.kind);
    this.name = 'StorageFailure';
    this.error = error;
  }
}
