import { storageError } from '../library/storage-error.ts';
import type { Failure } from './protocol.ts';

/** SQLite's result codes, https://sqlite.org/rescode.html; the lower byte of an extended one. */
const FULL = 13;
const DENIED = new Set([3, 8, 14, 23]);
const BUSY = new Set([5, 6]);
const IO = 10;
const DAMAGED = new Set([11, 24, 26]);

const resultOf = (error: unknown): number => ((error as { errcode?: number }).errcode ?? 0) & 0xff;

/** Whether this build of SQLite has no full-text search. */
export const isUnsupported = (error: unknown): boolean => /no such module/.test(String(error));

/** Whether another process holds the file. */
export const isBusy = (error: unknown): boolean => BUSY.has(resultOf(error));

/** What an error of SQLite or of the file system means for the index in `file`. */
export function failureOf(error: unknown, file: string): Failure {
  const { errcode, code, message } = error as { errcode?: number; code?: string; message?: string };
  const detail = `${code ?? ''} ${errcode ?? ''} ${message ?? String(error)}`.trim();
  const storage = (reason: 'full' | 'denied' | 'io'): Failure => ({
    ...{ kind: 'storage', error: { kind: 'storage', reason, file }, detail },
  });
  if (errcode !== undefined) {
    const result = resultOf(error);
    if (isUnsupported(error)) return { kind: 'unsupported', detail };
    if (DAMAGED.has(result) || /no such (table|column)|malformed/.test(detail))
      return { kind: 'damaged', detail };
    if (result === FULL) return storage('full');
    if (DENIED.has(result)) return storage('denied');
    return result === IO || isBusy(error) ? storage('io') : { kind: 'bug', detail };
  }
  if (!isFileError(error)) return { kind: 'bug', detail };
  const found = storageError(error, file);
  return found.kind === 'storage' ? { kind: 'storage', error: found, detail } : { kind: 'bug', detail };
}

/** An error of a system call names the call; our own mistakes do not. */
const isFileError = (error: unknown): boolean =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
