/** A cursor among the rows of the outbox. */
export interface RowCursor {
  id: string | null;
  index: number;
}

/** The cursor after the rows changed: with its row wherever that is now, else at its place. The same object if right. */
export function settleRow(cursor: RowCursor, ids: readonly string[]): RowCursor {
  const found = cursor.id === null ? -1 : ids.indexOf(cursor.id);
  const index = found >= 0 ? found : Math.max(0, Math.min(cursor.index, ids.length - 1));
  const id = ids[index] ?? null;
  return id === cursor.id && index === cursor.index ? cursor : { id, index };
}

/** The cursor some rows further, within the list. */
export function stepRow(cursor: RowCursor, ids: readonly string[], by: number): RowCursor {
  return settleRow({ id: null, index: Math.max(0, cursor.index + by) }, ids);
}
