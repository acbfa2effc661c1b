import type { AppError } from '../domain/app-error.ts';
import type { Failure } from './protocol.ts';

/** Nothing more is known than that it did not work. */
export const failed: AppError = { kind: 'search', reason: 'failed' };

const REASONS = { unsupported: 'unsupported', storage: 'disk', damaged: 'failed', bug: 'failed' } as const;

/** What a failure of the index is for whoever searches. */
export const errorOf = ({ kind }: Failure): AppError => ({ kind: 'search', reason: REASONS[kind] });
