/** A list of which only some parts have been read. */
export interface ReadRows<Row> {
  total: number;
  row: (index: number) => Row | undefined;
  /** Where those parts begin and end (the end excluded), in the order of the list. */
  read: readonly (readonly [from: number, to: number])[];
}

/** The rows that are shown, with indexes of their own. */
export interface ShownRows<Row> {
  total: number;
  row: (index: number) => Row | undefined;
  /** Index of a record, -1 if it is not among the rows that have been read. */
  indexOf: (id: string) => number;
}

/**
 * Leaves out the records that were just decided: they leave the list at the key press, not when the library's answer
 * has come. The rest closes ranks.
 */
export function withoutLeaving<Row extends { id: string }>(
  rows: ReadRows<Row>,
  leaving: ReadonlySet<string>,
): ShownRows<Row> {
  const gone: number[] = [];
  const indexes = new Map<string, number>();
  for (const [from, to] of rows.read) {
    for (let index = from; index < Math.min(to, rows.total); index += 1) {
      const row = rows.row(index);
      if (row === undefined) continue;
      if (leaving.has(row.id)) gone.push(index);
      else indexes.set(row.id, index - gone.length);
    }
  }
  const readIndex = (shown: number): number =>
    gone.reduce((index, missing) => (missing <= index ? index + 1 : index), shown);
  return {
    total: rows.total - gone.length,
    row: (index) => rows.row(readIndex(index)),
    indexOf: (id) => indexes.get(id) ?? -1,
  };
}
