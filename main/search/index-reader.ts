import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { namedBy, type Selection, selectionFor } from './conditions.ts';
import { marksIn, type Pattern, segments } from './marks.ts';
import type { FindRequest, Found, Group, Hit } from './protocol.ts';
import { ROWS_PER_YEAR } from './row-id.ts';
import { snippetOf } from './snippet.ts';
import { formsOf } from './word-match.ts';

const GROUPS: readonly Group[] = ['posts', 'comments', 'drafts'];

/** Weights of the columns in bm25: what somebody named is worth more than what is only said in passing. */
const WEIGHTS = { post_words: '10.0, 4.0, 3.0, 1.0, 0.5', comment_words: '4.0, 1.0, 0.5' };
/**
 * Among more matches than these the rank says little and costs much (1.6 µs each): then those that are named so come
 * first, and each part by date.
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
      totals[group] = this.#count(selection);
      if (request.offset >= totals[group] || request.limits[group] === 0) continue;
      hits[group] = this.#hits(this.#page(group, selection, totals[group], request), request);
    }
    return { totals, hits };
  }

  #page(group: Group, selection: Selection, total: number, request: FindRequest): number[] {
    const { offset } = request;
    const limit = request.limits[group];
    if (selection.words === null || !isRanked(request)) return this.#newest(selection, limit, offset);
    if (total <= RANKED) return this.#best(selection, limit, offset);
    const column = namedBy(group);
    const named = selectionFor(group, request, { within: column });
    const others = selectionFor(group, request, { without: column });
    if (named === null || others === null) return [];
    const first = this.#newest(named, limit, offset);
    if (first.length === limit) return first;
    const before = Math.max(0, offset - this.#count(named));
    return [...first, ...this.#newest(others, limit - first.length, before)];
  }

  #count({ sql, values }: Selection): number {
    return this.#number(`SELECT count(*) ${sql}`, values);
  }

  #newest({ id, sql, values }: Selection, limit: number, offset: number): number[] {
    return this.#ids(`SELECT ${id} ${sql} ORDER BY ${id} DESC LIMIT ? OFFSET ?`, [...values, limit, offset]);
  }

  /** bm25 is negative, better matches more so. */
  #best({ id, sql, words, values }: Selection, limit: number, offset: number): number[] {
    if (words === null) return [];
    const newest = this.#number('SELECT max(id) FROM docs', []);
    const recency = `(1.0 + ${RECENCY} / (1.0 + (${newest} - ${id}) / ${ROWS_PER_YEAR}.0))`;
    const rank = `bm25(${words}, ${WEIGHTS[words]}) * ${recency}`;
    const all = `SELECT ${id} ${sql} ORDER BY ${rank}, ${id} DESC LIMIT ? OFFSET ?`;
    return this.#ids(all, [...values, limit, offset]);
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
