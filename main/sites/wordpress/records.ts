import { z } from 'zod';
import type { AppError } from '../../domain/app-error.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { HttpResponse } from '../../net/http-response.ts';
import type { RejectedRecord, RemotePage } from '../site-client.ts';
import { problemOf, wrongShape } from './api.ts';

/** How one kind of record is read. */
export interface RecordReader<R, T> {
  what: RejectedRecord['what'];
  schema: z.ZodType<R>;
  map: (record: R) => T;
}

/** A list in which each record stands for itself: a bad one is set aside and the others are kept. */
export function readRecords<R, T>(
  response: HttpResponse,
  reader: RecordReader<R, T>,
): Result<{ records: T[]; rejected: RejectedRecord[] }, AppError> {
  const body = response.json();
  if (!body.ok) return body;
  if (!Array.isArray(body.value)) return err(wrongShape(response, 'expected a list'));
  const records: T[] = [];
  const rejected: RejectedRecord[] = [];
  for (const source of body.value) {
    const parsed = reader.schema.safeParse(source);
    if (parsed.success) records.push(reader.map(parsed.data));
    else rejected.push(reject(reader.what, source, problemOf(parsed.error)));
  }
  return ok({ records, rejected });
}

/** One record that is asked for alone: without a shape that we know it is an error. */
export function readRecord<R, T>(response: HttpResponse, reader: RecordReader<R, T>): Result<T, AppError> {
  const body = response.json();
  if (!body.ok) return body;
  const parsed = reader.schema.safeParse(body.value);
  return parsed.success
    ? ok(reader.map(parsed.data))
    : err(wrongShape(response, `${reader.what} ${problemOf(parsed.error)}`));
}

/**
 * Total and number of pages, from WordPress's two headers. Without them a listing cannot be known to be complete, so
 * their absence is an error and never "one page".
 */
export function readTotals(response: HttpResponse): Result<{ total: number; pages: number }, AppError> {
  const total = header(response, 'x-wp-total');
  const pages = header(response, 'x-wp-totalpages');
  return total === null || pages === null ? err(wrongShape(response, 'x-wp-total')) : ok({ total, pages });
}

/** A page of a listing: records and totals together. */
export function readPage<R, T>(
  response: HttpResponse,
  reader: RecordReader<R, T>,
): Result<RemotePage<T>, AppError> {
  const list = readRecords(response, reader);
  if (!list.ok) return list;
  const totals = readTotals(response);
  return totals.ok ? ok({ ...list.value, ...totals.value }) : totals;
}

function header(response: HttpResponse, name: string): number | null {
  const value = response.headers.get(name) ?? '';
  return /^\d+$/.test(value) ? Number(value) : null;
}

function reject(what: RejectedRecord['what'], source: unknown, problem: string): RejectedRecord {
  const id = z.object({ id: z.union([z.number(), z.string()]) }).safeParse(source);
  return { what, remoteId: id.success ? String(id.data.id) : '', problem, source: sourceOf(source) };
}

/** Characters kept of a record that could not be read: enough to see what is wrong, not enough to fill the disk. */
const MOST_SOURCE = 20_000;

/** A record as JSON, cut where it is endless. What is nested too deep for JSON.stringify to follow is only named. */
function sourceOf(source: unknown): string {
  try {
    const text = JSON.stringify(source);
    return text.length > MOST_SOURCE ? `${text.slice(0, MOST_SOURCE)}…` : text;
  } catch {
    return 'nested too deep';
  }
}
