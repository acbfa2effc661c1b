import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type Selection, selectionFor } from './conditions.ts';
import type { Part } from './fts-query.ts';
import { HitMaker } from './hits.ts';
import type { FindRequest, Found, Group, Hit } from './protocol.ts';
import { rankSql, withRecency } from './score.ts';
import { Spellings } from './spellings.ts';
import { formsOf, type OtherSpellings } from './word-match.ts';

const GROUPS: readonly Group[] = ['posts', 'comments', 'drafts'];

/**
 * Among more matches than these the rank says little and costs much (1.6 µs each): comments then come by date, and of
 * posts first those that are called so.
 */
const RANKED = 1_500;
/** So few comments are ranked by their own marks: cheaper than bm25, which reads the whole list of each word. */
const FEW = 100;

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
    const spellings = new Spellings(this.#db).of;
    const maker = new HitMaker(this.#db, request.query, spellings);
    for (const group of GROUPS) {
      const selection = selectionFor(group, request, spellings);
      if (selection === null) continue;
      const few = this.#fewComments(group, selection, request, maker);
      totals[group] = few?.total ?? this.#count(selection);
      if (request.offset >= totals[group] || request.limits[group] === 0) continue;
      hits[group] =
        few?.hits ??
        maker.hits(this.#page(group, selection, totals[group], request, spellings)).map(({ hit }) => hit);
    }
    return { totals, hits };
  }

  #page(
    group: Group,
    selection: Selection,
    total: number,
    request: FindRequest,
    spellings: OtherSpellings,
  ): number[] {
    const isRanked = selection.words !== null && asksForRank(request);
    if (!isRanked) return this.#newest(selection, request.limits[group], request.offset);
    const isFew = total <= RANKED;
    const parts: Part[] =
      isFew || group === 'comments'
        ? hasOthers(request, spellings)
          ? ['as typed', 'spelled otherwise']
          : ['all']
        : [{ within: 'title' }, { without: 'title' }];
    const selections = parts.map((part) => selectionFor(group, request, spellings, part));
    return this.#stacked(
      selections,
      request.limits[group],
      request.offset,
      isFew ? this.#best : this.#newest,
    );
  }

  /** A page of several selections, one after the other. */
  #stacked(
    selections: readonly (Selection | null)[],
    limit: number,
    offset: number,
    rowsOf: (selection: Selection, limit: number, offset: number) => number[],
  ): number[] {
    const rows: number[] = [];
    let skip = offset;
    for (const selection of selections) {
      if (selection === null || rows.length >= limit) continue;
      const some = rowsOf(selection, limit - rows.length, skip);
      rows.push(...some);
      skip = some.length > 0 ? 0 : Math.max(0, skip - this.#count(selection));
    }
    return rows;
  }

  /** The comments that match and a page of them, best first; null where that is not the way to rank them. */
  #fewComments(
    group: Group,
    selection: Selection,
    request: FindRequest,
    maker: HitMaker,
  ): { total: number; hits: Hit[] } | null {
    const isRanked = selection.words !== null && asksForRank(request);
    if (group !== 'comments' || !isRanked || request.limits.comments === 0) return null;
    const rows = this.#newest(selection, FEW + 1, 0);
    if (rows.length > FEW) return null;
    const newest = this.#newestRow();
    const hits = maker
      .hits(rows)
      .map((scored) => ({ ...scored, score: withRecency(scored.score, scored.row, newest) }))
      .sort((a, b) => Number(b.isTyped) - Number(a.isTyped) || b.score - a.score || b.row - a.row)
      .map(({ hit }) => hit);
    return { total: rows.length, hits: hits.slice(request.offset, request.offset + request.limits.comments) };
  }

  #count({ sql, values }: Selection): number {
    return this.#number(`SELECT count(*) ${sql}`, values);
  }

  readonly #newest = ({ id, sql, values }: Selection, limit: number, offset: number): number[] => {
    return this.#ids(`SELECT ${id} ${sql} ORDER BY ${id} DESC LIMIT ? OFFSET ?`, [...values, limit, offset]);
  };

  readonly #best = ({ id, sql, words, values }: Selection, limit: number, offset: number): number[] => {
    if (words === null) return [];
    const rank = rankSql(words, id, this.#newestRow());
    const all = `SELECT ${id} ${sql} ORDER BY ${rank}, ${id} DESC LIMIT ? OFFSET ?`;
    return this.#ids(all, [...values, limit, offset]);
  };

  #newestRow(): number {
    return this.#number('SELECT max(id) FROM docs', []);
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
function asksForRank({ query, order }: FindRequest): boolean {
  return order === 'best' && query.all.some(({ words }) => words.some((word) => [...word].length > 2));
}

/** Whether some word is looked for in the other alphabet, too. */
const hasOthers = ({ query }: FindRequest, spellings: OtherSpellings): boolean =>
  query.all.some((phrase) => formsOf(phrase, spellings).some(({ others }) => others.length > 0));
