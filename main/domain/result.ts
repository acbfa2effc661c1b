import type { AppError } from './app-error.ts';

/**
 * The outcome of anything that may fail in an expected way. Expected failures are values: they are typed,
 * they cross the bridge unchanged, and the compiler makes the caller look at them. A throw is a bug.
 */
export type Result<T, E = AppError> = { ok: true; value: T } | { ok: false; error: E };

/** Wraps a value as a success. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** Wraps an error as a failure. */
export const err = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });
