import { facetOf } from './facets.ts';
import type { ShardPlace } from './registry.ts';
import { recordsIn } from './shard-file.ts';
import type { Numbered } from './table.ts';

/** Which records of a shard are to be found. */
export interface Sought {
  /** Those of these statuses … */
  statuses: readonly string[];
  /** … of which the index knows so many … */
  count: number;
  /** … and those of these numbers, whatever they say. */
  numbers: ReadonlySet<number>;
}

const LINE_BREAK = 10;
/** Before the number in each line. */
const PREFIX = '{"n":'.length;
/** No number has more digits. */
const DIGITS = 16;

/**
 * The records that are sought among a shard's lines, without parsing the others: to parse them all takes several times
 * as long. A line of ours with a status holds it as compact JSON; whatever else holds the same bytes is looked at, too,
 * and does no harm. Null if there are not as many as the index knows of, or not all of these numbers, or one of them
 * twice: then the lines are not written as ours are, or the index is not of this shard, and only parsing them all tells.
 *
 * @param lines as {@link intactLines} answers them
 */
export function soughtIn(
  { collection, shard }: ShardPlace,
  lines: Buffer,
  sought: Sought,
): Numbered[] | null {
  const statuses = new Set(sought.statuses);
  const ends = new Map([...statuses].flatMap((status) => [...linesWith(lines, `"status":"${status}"`)]));
  if (sought.numbers.size > 0)
    for (const [begin, end] of numbered(lines, sought.numbers)) ends.set(begin, end);
  const records = recordsIn(
    shard,
    [...ends].map(([begin, end]) => lines.toString('utf8', begin, end)),
  );
  if (!records) return null;
  const known = records.filter(({ r }) => statuses.has(facetOf(collection, r)?.status ?? ''));
  const found = new Set(records.map(({ n }) => n));
  return known.length === sought.count && sought.numbers.isSubsetOf(found) ? records : null;
}

/** Where the lines begin and end that hold a word. */
function* linesWith(lines: Buffer, word: string): Generator<[begin: number, end: number]> {
  for (let at = lines.indexOf(word); at !== -1; ) {
    const end = endOf(lines, at);
    yield [lines.lastIndexOf(LINE_BREAK, at) + 1, end];
    at = lines.indexOf(word, end);
  }
}

/** Where the lines begin and end that have one of these numbers. */
function* numbered(lines: Buffer, numbers: ReadonlySet<number>): Generator<[begin: number, end: number]> {
  for (let begin = 0; begin < lines.length; ) {
    const end = endOf(lines, begin);
    const digits = lines.toString('latin1', begin + PREFIX, begin + PREFIX + DIGITS);
    if (numbers.has(Number.parseInt(digits, 10))) yield [begin, end];
    begin = end + 1;
  }
}

function endOf(lines: Buffer, at: number): number {
  const end = lines.indexOf(LINE_BREAK, at);
  return end === -1 ? lines.length : end;
}
