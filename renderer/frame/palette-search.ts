import { slugFromTitle } from '../../main/domain/slug.ts';

/** A found name, with the part that matched (start and end, in UTF-16 units), for its mark. */
export interface Found<T> {
  item: T;
  from: number;
  to: number;
}

/** Lower case without accents that do not make another letter: "café" is found by "cafe", but "й" is not "и". */
const fold = (text: string): string =>
  text.toLocaleLowerCase().replace(/\p{Script=Latin}\p{M}*/gu, (letter) => stripped(letter));

/** Keeps the length, so that positions in the folded text are positions in the name. */
function stripped(letter: string): string {
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return plain.length === letter.length ? plain : letter;
}

const startsWord = (text: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');

/** 0: the name starts so; 1: a word in it does; 2: somewhere inside. Null: not found. */
function matchName(name: string, asked: string): { rank: number; at: number } | null {
  const text = fold(name);
  let inside: number | null = null;
  for (let at = text.indexOf(asked); at >= 0; at = text.indexOf(asked, at + 1)) {
    if (at === 0) return { rank: 0, at };
    if (startsWord(text, at)) return { rank: 1, at };
    inside ??= at;
  }
  return inside === null ? null : { rank: 2, at: inside };
}

/** The names of something: first the one it is shown by, then others it is known by. */
type NamesOf<T> = (item: T) => readonly string[];

/**
 * What is called as was asked: names that start so first, then those with a word that does, then the rest, and last
 * what is only known by it under another name; equals stay in their order. Without anything asked for, all of them.
 */
export function findByName<T>(items: readonly T[], namesOf: NamesOf<T>, asked: string): Found<T>[] {
  const wanted = fold(asked.trim());
  if (wanted === '') return items.map((item) => ({ item, from: 0, to: 0 }));
  return items
    .flatMap((item) => {
      const [name = '', ...others] = namesOf(item);
      const hit = matchName(name, wanted);
      if (hit !== null) return [{ item, from: hit.at, to: hit.at + wanted.length, rank: hit.rank }];
      const ranks = others.flatMap((other) => matchName(other, wanted)?.rank ?? []);
      return ranks.length === 0 ? [] : [{ item, from: 0, to: 0, rank: OTHER_NAME + Math.min(...ranks) }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ item, from, to }) => ({ item, from, to }));
}

/** Behind all that is found by the name it is shown by. */
const OTHER_NAME = 3;

/**
 * Like {@link findByName}, whatever alphabet names and question are written in, by their spelling in slugs: "nastroyki"
 * finds "Настройки", and "сеттингс", typed on a Bulgarian layout, finds "Settings". For when nothing else was found.
 */
export function findBySpelling<T>(items: readonly T[], namesOf: NamesOf<T>, asked: string): Found<T>[] {
  const wanted = slugFromTitle(asked);
  if (wanted === '') return [];
  const found = findByName(items, (item) => namesOf(item).map(slugFromTitle), wanted);
  return found.map(({ item }) => ({ item, from: 0, to: 0 }));
}
