import { diffArrays, diffWords } from 'diff';

/** A piece of one version, measured against the version before: `del` stood there and is gone. */
export interface Piece {
  kind: 'same' | 'ins' | 'del';
  text: string;
}

/** What each side made of a stretch of text. */
export interface Sides {
  mine: Piece[];
  theirs: Piece[];
}

/** Where a stretch of lines begins on each side, from 1. */
export interface Place {
  mine: number;
  theirs: number;
}

/** A stretch of lines: the same on both sides, or changed on at least one. */
export type Stretch = { at: Place } & (
  | { kind: 'same'; text: string; lines: number }
  | ({ kind: 'changed' } & Sides)
);

/** Longest that the lines of one side may be compared, ms; after that the whole text counts as changed. */
const LINES_TIMEOUT = 400;
/** Longest that all words together may be compared, ms; after that whole lines are marked. */
const WORDS_TIMEOUT = 400;
/** Longest stretch whose words are compared, characters; readers would find no sense in the marks of a longer one. */
const LONGEST_FOR_WORDS = 20_000;

/** What differs between two versions of a text, measured against the last one that both sides had. */
export interface Comparison {
  mine: string;
  theirs: string;
  /** Null where nobody knows it: then each version is measured against the other. */
  base: string | null;
  /** BCP 47 tag, for what is a word. */
  language: string;
}

/**
 * Both versions line by line: what is the same on both sides, however it became so, and between it what is not, with
 * the words that each side put in and took out.
 */
export function compareTexts({ mine, theirs, base, language }: Comparison): Stretch[] {
  const before = linesOf(base ?? theirs);
  const [ours, others] = [linesOf(mine), linesOf(theirs)];
  const [toOurs, toOthers] = [matches(before, ours), matches(before, others)];
  const sides = sidesOf(language);
  const stretches: Stretch[] = [];
  // How far each text has been gone through, in lines.
  let done = { before: 0, ours: 0, others: 0 };
  const addUpTo = (end: typeof done) => {
    const at: Place = { mine: done.ours + 1, theirs: done.others + 1 };
    const was = base === null ? null : before.slice(done.before, end.before).join('');
    const here = ours.slice(done.ours, end.ours).join('');
    const there = others.slice(done.others, end.others).join('');
    if (here === there) addSame(stretches, { at, text: here, lines: end.ours - done.ours });
    else stretches.push({ at, kind: 'changed', ...sides(here, there, was) });
    done = end;
  };
  before.forEach((_, index) => {
    const [here, there] = [toOurs[index], toOthers[index]];
    if (here === undefined || there === undefined) return;
    addUpTo({ before: index, ours: here, others: there });
    addUpTo({ before: index + 1, ours: here + 1, others: there + 1 });
  });
  addUpTo({ before: before.length, ours: ours.length, others: others.length });
  return stretches;
}

/** One line, such as a title. */
export const compareLines = ({ mine, theirs, base, language }: Comparison): Sides =>
  sidesOf(language)(mine, theirs, base);

/** Lines with their ends, so that joining them gives the text again. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** For each line of `before` its place in `after`, undefined for one that is not there any more. */
function matches(before: string[], after: string[]): (number | undefined)[] {
  const places: (number | undefined)[] = [];
  let place = 0;
  for (const { added, removed, count } of diffArrays(before, after, { timeout: LINES_TIMEOUT }) ?? []) {
    for (let turn = 0; turn < count; turn += 1) {
      if (!added) places.push(removed ? undefined : place);
      if (!removed) place += 1;
    }
  }
  return places;
}

function addSame(stretches: Stretch[], same: { at: Place; text: string; lines: number }): void {
  if (same.text === '') return;
  const last = stretches.at(-1);
  if (last?.kind === 'same') {
    last.text += same.text;
    last.lines += same.lines;
  } else stretches.push({ kind: 'same', ...same });
}

/** Marks the words that differ. All calls together take no longer than {@link WORDS_TIMEOUT}. */
function sidesOf(language: string): (mine: string, theirs: string, base: string | null) => Sides {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const end = performance.now() + WORDS_TIMEOUT;
  const words = (was: string, is: string) => piecesOf(was, is, segmenter, end - performance.now());
  // Where neither is the older one, nothing was taken out: each has something that the other has not.
  const only = (pieces: Piece[]) => pieces.filter(({ kind }) => kind !== 'del');
  return (mine, theirs, base) =>
    base === null
      ? { mine: only(words(theirs, mine)), theirs: only(words(mine, theirs)) }
      : { mine: words(base, mine), theirs: words(base, theirs) };
}

function piecesOf(was: string, is: string, segmenter: Intl.Segmenter, timeout: number): Piece[] {
  if (was === is) return withoutEmpty([{ kind: 'same', text: is }]);
  // The end of the last line belongs to no word: marked with one, it would break the line between old and new.
  if (was.endsWith('\n') && is.endsWith('\n')) {
    const pieces = piecesOf(was.slice(0, -1), is.slice(0, -1), segmenter, timeout);
    return [...pieces, { kind: 'same', text: '\n' }];
  }
  const isLong = was.length + is.length > LONGEST_FOR_WORDS;
  const changes =
    isLong || timeout <= 0 ? undefined : diffWords(was, is, { intlSegmenter: segmenter, timeout });
  const pieces = changes?.map(({ added, removed, value }): Piece => {
    return { kind: added ? 'ins' : removed ? 'del' : 'same', text: value };
  });
  // White space alone makes no difference to jsdiff's words, but it does to a text.
  if (pieces?.some(({ kind }) => kind !== 'same')) return withoutEmpty(pieces);
  return withoutEmpty([
    { kind: 'del', text: was },
    { kind: 'ins', text: is },
  ]);
}

const withoutEmpty = (pieces: Piece[]): Piece[] => pieces.filter(({ text }) => text !== '');
