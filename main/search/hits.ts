import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SearchQuery } from '../domain/search-query.ts';
import { type Mark, marksIn, type Pattern, segments } from './marks.ts';
import type { Hit } from './protocol.ts';
import { scoreOf } from './score.ts';
import { snippetOf } from './snippet.ts';
import { formsOf, type OtherSpellings } from './word-match.ts';

/** A row as a hit needs it. */
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

/** A hit, and how well it matches by its marks. */
export interface ScoredHit {
  row: number;
  hit: Hit;
  score: number;
  /** Every piece of the query stands there as it was typed, not only in the other alphabet. */
  isTyped: boolean;
}

/** Makes hits of rows: marks them, cuts the part to be shown, counts their place in the thread. */
export class HitMaker {
  readonly #row: StatementSync;
  readonly #before: StatementSync;
  readonly #patterns: readonly Pattern[];
  readonly #names: readonly Pattern[];

  constructor(db: DatabaseSync, query: SearchQuery, spellings: OtherSpellings) {
    this.#row = db.prepare(
      'SELECT docs.*, headline, text FROM docs JOIN texts ON texts.id = docs.id WHERE docs.id = ?',
    );
    this.#before = db.prepare(
      `SELECT count(*) AS n FROM docs WHERE post = ? AND kind = 'comment' AND status = 'approved' AND ping = 0
         AND remote IS NOT NULL AND (date, remote) < (?, ?)`,
    );
    this.#patterns = query.all.map((phrase) => formsOf(phrase, spellings));
    this.#names = query.author.any.map((name) => formsOf(name, spellings));
  }

  /** Rows that are gone meanwhile are left out. */
  hits(rows: readonly number[]): ScoredHit[] {
    return rows.flatMap((id) => {
      const row = this.#row.get(id) as Row | undefined;
      return row === undefined ? [] : [this.#hit(row)];
    });
  }

  #hit(row: Row): ScoredHit {
    const { record, language, links, headline, text } = row;
    const inText = marksIn(text, this.#patterns, language);
    const above = marksIn(
      headline,
      row.kind === 'comment' ? [...this.#patterns, ...this.#names] : this.#patterns,
      language,
    );
    const hit = {
      id: record,
      headline: segments(headline, above),
      snippet: snippetOf(text, inText),
      ...{ language, links, number: this.#numberInThread(row) },
    };
    const score = scoreOf(countsOf(above), countsOf(inText), text.length);
    const typed = new Set([...above, ...inText].flatMap((mark) => (mark.isTyped ? [mark.pattern] : [])));
    return { row: row.id, hit, score, isTyped: this.#patterns.every((_, pattern) => typed.has(pattern)) };
  }

  /** As `numberThread` of the domain counts, without reading the thread. */
  #numberInThread({ kind, status, ping, post, date, remote }: Row): number | null {
    const counts = status === 'approved' || status === 'pending';
    if (kind !== 'comment' || ping !== 0 || remote === null || !counts) return null;
    return 1 + Number(this.#before.get(post, date, remote)?.n);
  }
}

/** How often each pattern stands there. */
function countsOf(marks: readonly Mark[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { pattern } of marks) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  return counts;
}
