import type { ShownRows } from './shown-rows.ts';

/** Where the person stands in a list of comments. */
export interface Cursor {
  /** The comment under the cursor; null: whichever stands at `index`. */
  id: string | null;
  index: number;
  /** A comment that is looked at although it may not be in this list; the cursor goes to it if it is. */
  visiting: string | null;
}

/** The cursor of a list that was just opened. */
export const startAt = (visiting: string | null): Cursor => ({ id: null, index: 0, visiting });

/**
 * The cursor after the rows changed. It stays with its comment wherever that moves; when the comment has left, it
 * stays at its place, which is the next comment, or the last one at the end.
 *
 * @returns the same object if nothing has to change
 */
export function settle<Row extends { id: string }>(cursor: Cursor, rows: ShownRows<Row>): Cursor {
  const next = settled(cursor, rows);
  const same = next.id === cursor.id && next.index === cursor.index && next.visiting === cursor.visiting;
  return same ? cursor : next;
}

function settled<Row extends { id: string }>(cursor: Cursor, rows: ShownRows<Row>): Cursor {
  const visited = cursor.visiting === null ? -1 : rows.indexOf(cursor.visiting);
  if (visited >= 0) return { id: cursor.visiting, index: visited, visiting: null };
  const moved = cursor.id === null ? -1 : rows.indexOf(cursor.id);
  if (moved >= 0) return { ...cursor, index: moved };
  if (rows.total === 0) return { ...cursor, id: null, index: 0 };
  const index = Math.min(cursor.index, rows.total - 1);
  const row = rows.row(index);
  // Its page is still being read: who stands there is not known yet, and neither has the comment left for sure.
  return row === undefined ? { ...cursor, index } : { ...cursor, id: row.id, index };
}

/** The cursor at another place of the list. */
export function moveTo(index: number, total: number): Cursor {
  return { id: null, index: Math.max(0, Math.min(index, total - 1)), visiting: null };
}

/** The cursor some rows further. From a visited comment the first step goes back to the list. */
export function moveBy(cursor: Cursor, step: number, total: number): Cursor {
  return moveTo(cursor.visiting === null ? cursor.index + step : cursor.index, total);
}

/** The cursor after its comment was decided and leaves: the place stays, the comment does not. */
export const stayAt = (cursor: Cursor): Cursor => ({ id: null, index: cursor.index, visiting: null });

/** The comment that is shown and that keys act on. */
export const shownId = (cursor: Cursor): string | null => cursor.visiting ?? cursor.id;
