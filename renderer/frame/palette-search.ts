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
function match(name: string, asked: string): { rank: number; at: number } | null {
  const text = fold(name);
  let inside: number | null = null;
  for (let at = text.indexOf(asked); at >= 0; at = text.indexOf(asked, at + 1)) {
    if (at === 0) return { rank: 0, at };
    if (startsWord(text, at)) return { rank: 1, at };
    inside ??= at;
  }
  return inside === null ? null : { rank: 2, at: inside };
}

/**
 * Names that hold what was asked for: those that start with it first, then those with a word that does, then the
 * rest; equals stay in their order. Without anything asked for, all of them.
 */
export function findByName<T>(items: readonly T[], nameOf: (item: T) => string, asked: string): Found<T>[] {
  const wanted = fold(asked.trim());
  if (wanted === '') return items.map((item) => ({ item, from: 0, to: 0 }));
  return items
    .flatMap((item) => {
      const hit = match(nameOf(item), wanted);
      return hit === null ? [] : [{ item, from: hit.at, to: hit.at + wanted.length, rank: hit.rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ item, from, to }) => ({ item, from, to }));
}
