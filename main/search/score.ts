import { ROWS_PER_YEAR } from './row-id.ts';

/** Weights of the columns: what somebody named is worth more than what is only said in passing. */
const POST_WEIGHTS = '10.0, 4.0, 3.0, 1.0, 0.5';
const AUTHOR_WEIGHT = 4;
const COMMENT_WEIGHTS = `${AUTHOR_WEIGHT}.0, 1.0, 0.5`;
/** What a match of today gains over a very old one: enough to decide between equals, not more. */
const RECENCY = 0.2;
/** The constants of BM25 as FTS5 has them, and the length of a usual comment. */
const K1 = 1.2;
const B = 0.75;
const USUAL_LENGTH = 400;

/** SQL for the rank of a row, best first: bm25 is negative, better matches more so. */
export function rankSql(words: 'post_words' | 'comment_words', row: string, newest: number): string {
  const weights = words === 'post_words' ? POST_WEIGHTS : COMMENT_WEIGHTS;
  return `bm25(${words}, ${weights}) * (1.0 + ${RECENCY} / (1.0 + (${newest} - ${row}) / ${ROWS_PER_YEAR}.0))`;
}

/**
 * How well a comment matches, by how often each piece of the query stands in its author's name and in its text: BM25
 * with all pieces of one weight. Counting in how many comments a piece stands is what makes the index's own bm25 slow
 * (it reads the whole list of each word), and among comments that have all of them it changes little.
 */
export function scoreOf(
  above: ReadonlyMap<number, number>,
  inText: ReadonlyMap<number, number>,
  length: number,
): number {
  let score = 0;
  for (const pattern of new Set([...above.keys(), ...inText.keys()])) {
    const often = AUTHOR_WEIGHT * (above.get(pattern) ?? 0) + (inText.get(pattern) ?? 0);
    score += (often * (K1 + 1)) / (often + K1 * (1 - B + (B * length) / USUAL_LENGTH));
  }
  return score;
}

/** The score with the weight of recency. */
export const withRecency = (score: number, row: number, newest: number): number =>
  score * (1 + RECENCY / (1 + (newest - row) / ROWS_PER_YEAR));
