import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type Selection, selectionFor } from './conditions.ts';
import { marksIn, type Pattern, segments } from './marks.ts';
import type { FindRequest, Found, Group, Hit } from './protocol.ts';
import { ROWS_PER_YEAR } from './row-id.ts';
import { snippetOf } from './snippet.ts';
import { formsOf } from './word-match.ts';

const GROUPS: readonly Group[] = ['posts', 'comments', 'drafts'];

/** Weights of the columns in bm25: what somebody named is worth more than what is only said in passing. */
const WEIGHTS = { post_words: '10.0, 4.0, 3.0, 1.0, 0.5', comment_words: '4.0, 1.0, 0.5' };
/**
 * So many of the newest matches are ranked; the older ones follow by date. Ranking reads a row for each match (1.6 µs),
 * and among thousands of matches for a common word the rank says little.
 */
const RANKED = 1_500;
/** What a match of today gains over a very old one: enough to decide between equals, not more. */
const RECENCY = 0.2;

/** A row as the page of hits needs it. */
interface Row {
  id: number;
  record: string;
  kind: string;
  post: string;
  status: string;
  date: string;
  remote: number | null;
  ping: number;
  links: number;
  language: string;
  headline: string;
  text: string;
}

/** Answers requests. Reads only. */
export class IndexReader {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Records in the index. */
  count(): number {
    return this.#number('SELECT count(*) FROM docs', []);
  }

  find(request: FindRequest): Found {
    const totals = { posts: 0, comments: 0, drafts: 0 };
    const hits: Record<Group, Hit[]> = { posts: [], comments: [], drafts: [] };
    for (const group of GROUPS) {
      const selection = selectionFor(group, request);
      if (selection === null) continue;
      totals[group] = this.#number(`SELECT count(*) ${selection.sql}`, selection.values);
      if (!request.groups.includes(group)) continue;
      const ids = this.#page(selection, totals[group], request);
      hits[group] = this.#hits(ids, request);
    }
    return { totals, hits };
  }

  #page(selection: Selection, total: number, request: FindRequest): number[] {
    const { offset, limit } = request;
    if (offset >= total) return [];
    if (selection.words === null || !isRanked(request)) return this.#newest(selection, '', [], limit, offset);
    const oldest = total <= RANKED ? 0 : this.#oldestRanked(selection);
    const ranked = this.#best(selection, oldest, limit, offset);
    const missing = limit - ranked.length;
    if (missing === 0 || total <= RANKED) return ranked;
    const rest = this.#newest(
      selection,
      `AND ${selection.id} < ?`,
      [oldest],
      missing,
      Math.max(0, offset - RANKED),
    );
    return [...ranked, ...rest];
  }

  #newest(
    selection: Selection,
    more: string,
    values: SQLInputValue[],
    limit: number,
    offset: number,
  ): number[] {
    const { id, sql } = selection;
    return this.#ids(`SELECT ${id} ${sql} ${more} ORDER BY ${id} DESC LIMIT ? OFFSET ?`, [
      ...[...selection.values, ...values],
      ...[limit, offset],
    ]);
  }

  /** The row of the oldest match that is ranked. */
  #oldestRanked({ id, sql, values }: Selection): number {
    return this.#number(`SELECT ${id} ${sql} ORDER BY ${id} DESC LIMIT 1 OFFSET ?`, [...values, RANKED - 1]);
  }

  /** bm25 is negative, better matches more so. */
  #best({ id, sql, words, values }: Selection, oldest: number, limit: number, offset: number): number[] {
    if (words === null) return [];
    const newest = this.#number('SELECT max(id) FROM docs', []);
    const recency = `(1.0 + ${RECENCY} / (1.0 + (${newest} - ${id}) / ${ROWS_PER_YEAR}.0))`;
    const rank = `bm25(${words}, ${WEIGHTS[words]}) * ${recency}`;
    return this.#ids(`SELECT ${id} ${sql} AND ${id} >= ? ORDER BY ${rank}, ${id} DESC LIMIT ? OFFSET ?`, [
      ...values,
      ...[oldest, limit, offset],
    ]);
  }

  #hits(ids: readonly number[], { query }: FindRequest): Hit[] {
    const row = this.#db.prepare(
      'SELECT docs.*, headline, text FROM docs JOIN texts ON texts.id = docs.id WHERE docs.id = ?',
    );
    const patterns = query.all.map(formsOf);
    const names = query.author.any.map(formsOf);
    return ids.flatMap((id) => {
      const found = row.get(id) as Row | undefined;
      return found === undefined ? [] : [this.#hit(found, patterns, names)];
    });
  }

  #hit(row: Row, patterns: readonly Pattern[], names: readonly Pattern[]): Hit {
    const { record, language, links, headline, text } = row;
    const above = row.kind === 'comment' ? [...patterns, ...names] : patterns;
    return {
      id: record,
      headline: segments(headline, marksIn(headline, above, language)),
      snippet: snippetOf(text, marksIn(text, patterns, language)),
      language,
      links,
      number: this.#numberInThread(row),
    };
  }

  /** As `numberThread` of the domain counts, without reading the thread. */
  #numberInThread({ kind, status, ping, post, date, remote }: Row): number | null {
    const counts = status === 'approved' || status === 'pending';
    if (kind !== 'comment' || ping !== 0 || remote === null || !counts) return null;
    return this.#number(
      `SELECT 1 + count(*) FROM docs WHERE post = ? AND kind = 'comment' AND status = 'approved' AND ping = 0
         AND remote IS NOT NULL AND (date, remote) < (?, ?)`,
      [post, date, remote],
    );
  }

  #number(sql: string, values: SQLInputValue[]): number {
    const statement = this.#db.prepare(sql);
    statement.setReturnArrays(true);
    const row = statement.get(...values) as unknown as number[] | undefined;
    return row?.[0] ?? 0;
  }

  #ids(sql: string, values: SQLInputValue[]): number[] {
    const statement = this.#db.prepare(sql);
    statement.setReturnArrays(true);
    return (statement.all(...values) as unknown as number[][]).flatMap(([id]) =>
      id === undefined ? [] : [id],
    );
  }
}

/** Two letters match a good part of the library: by date is quicker, and no rank would be better. */
function isRanked({ query, order }: FindRequest): boolean {
  return order === 'best' && query.all.some(({ words }) => words.some((word) => [...word].length > 2));
}
