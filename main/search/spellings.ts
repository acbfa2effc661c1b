import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { beginningSpelled, latinSpelling } from '../domain/latin-spelling.ts';

/** A shorter spelling in Latin letters begins every other English word, and in Cyrillic half of the Bulgarian ones. */
const SHORTEST = 4;
/** Words that are looked at, and beginnings that are kept: more would say that hardly anything was typed yet. */
const MOST_WORDS = 2_000;
const MOST_BEGINNINGS = 4;

/** A Cyrillic word in Latin letters, if it is long enough to mean something there. */
export function inLatin(word: string): string | null {
  const latin = /^[а-я]+$/.test(word) ? latinSpelling(word) : null;
  return latin === null || latin.length < SHORTEST ? null : latin;
}

/**
 * How words are written in the other alphabet. From Cyrillic there is one way. From Latin letters there are many ("a" is
 * а or ъ, "sht" is щ or шт), so the index keeps the spelling of every Cyrillic word that it has seen, and what was typed
 * is looked up among them.
 */
export class Spellings {
  readonly #look: StatementSync;
  /** Of one query the same words are asked about again and again. */
  readonly #known = new Map<string, readonly string[]>();

  constructor(db: DatabaseSync) {
    this.#look = db.prepare('SELECT word FROM spellings WHERE latin >= ? AND latin < ? LIMIT ?');
    this.#look.setReturnArrays(true);
  }

  /** Beginnings of words in the other alphabet that read like this one; none for most words. */
  readonly of = (word: string): readonly string[] => {
    const before = this.#known.get(word);
    if (before !== undefined) return before;
    const latin = inLatin(word);
    const found = latin !== null ? [latin] : /^[a-z]{4,}$/.test(word) ? this.#inCyrillic(word) : [];
    this.#known.set(word, found);
    return found;
  };

  #inCyrillic(start: string): readonly string[] {
    const often = new Map<string, number>();
    // "{" comes after "z": between the two are all spellings that begin so.
    const rows = this.#look.all(start, `${start}{`, MOST_WORDS) as unknown as [string][];
    for (const [word] of rows) {
      const beginning = beginningSpelled(word, start);
      if (beginning !== null) often.set(beginning, (often.get(beginning) ?? 0) + 1);
    }
    const byOften = [...often].sort(([, a], [, b]) => b - a);
    return byOften.slice(0, MOST_BEGINNINGS).map(([beginning]) => beginning);
  }
}

/** Words whose spelling is known to be written: all of a library, unless it speaks many languages. */
const MOST_SEEN = 200_000;

/** Notes the spelling of words, each once. */
export class SpellingWriter {
  readonly #insert: StatementSync;
  readonly #seen = new Set<string>();

  constructor(db: DatabaseSync) {
    this.#insert = db.prepare('INSERT OR IGNORE INTO spellings (latin, word) VALUES (?, ?)');
  }

  note(words: Iterable<string>): void {
    for (const word of words) {
      if (this.#seen.has(word)) continue;
      if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
      this.#seen.add(word);
      const latin = inLatin(word);
      if (latin !== null) this.#insert.run(latin, word);
    }
  }
}
