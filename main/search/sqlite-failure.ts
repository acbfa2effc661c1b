import type { Failure } from './protocol.ts';

/** SQLite's result codes, https://sqlite.org/rescode.html; the lower byte of an extended one. */
const BUSY = new Set([5, 6]);
/** No right, read-only, input or output, full, cannot be opened. */
const DISK = new Set([3, 8, 10, 13, 14, 23]);
const DAMAGED = new Set([11, 24, 26]);

const resultOf = (error: unknown): number => ((error as { errcode?: number }).errcode ?? 0) & 0xff;

/** Whether this build of SQLite has no full-text search. */
export const isUnsupported = (error: unknown): boolean => /no such module/.test(String(error));

/** Whether another process holds the file. */
export const isBusy = (error: unknown): boolean => BUSY.has(resultOf(error));

/** What an error of SQLite or of the file system means for the index. */
export function failureOf(error: unknown): Failure {
  const { errcode, code, message } = error as { errcode?: number; code?: string; message?: string };
  const detail = `${code ?? ''} ${errcode ?? ''} ${message ?? String(error)}`.trim();
  if (errcode === undefined) return { kind: isFileError(error) ? 'storage' : 'bug', detail };
  const result = resultOf(error);
  if (isUnsupported(error)) return { kind: 'unsupported', detail };
  const isDamaged = DAMAGED.has(result) || /no such (table|column)|malformed/.test(detail);
  if (isDamaged) return { kind: 'damaged', detail };
  return { kind: DISK.has(result) || isBusy(error) ? 'storage' : 'bug', detail };
}

/** An error of a system call names the call; our own mistakes do not. */
const isFileError = (error: unknown): boolean =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
