import { type Mark, segments } from './marks.ts';
import type { Segment } from './protocol.ts';

/** Length of a snippet in UTF-16 units: two or three lines. */
const LENGTH = 190;
/** What is shown before the first mark, so that it is read in its sentence. */
const BEFORE = 50;
/** How far a cut may move to fall between two words. */
const SLACK = 24;

interface Window {
  from: number;
  to: number;
}

/**
 * The part of a text that shows best why it was found: where most different pieces of the query stand together, and a
 * second part where another one stands, if the first has not all.
 */
export function snippetOf(text: string, marks: readonly Mark[]): Segment[] {
  const best = densest(marks, LENGTH - BEFORE);
  if (best === null) return pieces(text, marks, [windowAt(text, 0, LENGTH)]);
  const seen = new Set(
    marks.filter((mark) => isIn(mark, best, LENGTH - BEFORE)).map(({ pattern }) => pattern),
  );
  const other = marks.find(({ pattern }) => !seen.has(pattern));
  if (other === undefined) return pieces(text, marks, [windowAt(text, best.from - BEFORE, LENGTH)]);
  const half = LENGTH / 2;
  const windows = [best, other].map(({ from }) => windowAt(text, from - BEFORE / 2, half));
  return pieces(text, marks, merged(windows.sort((a, b) => a.from - b.from)));
}

const isIn = (mark: Mark, { from }: Mark, length: number): boolean =>
  mark.from >= from && mark.to <= from + length;

/** The mark from which on the most different patterns stand within `length`, then the most marks; the first of equals. */
function densest(marks: readonly Mark[], length: number): Mark | null {
  let best: Mark | null = null;
  let most: readonly [patterns: number, marks: number] = [0, 0];
  let end = 0;
  // How often each pattern stands among the marks from the current one up to `end`.
  const inside = new Map<number, number>();
  for (const [index, first] of marks.entries()) {
    for (let mark = marks[end]; mark && mark.to <= first.from + length; mark = marks[end]) {
      inside.set(mark.pattern, (inside.get(mark.pattern) ?? 0) + 1);
      end += 1;
    }
    const score = [inside.size, end - index] as const;
    if (best === null || score[0] > most[0] || (score[0] === most[0] && score[1] > most[1])) {
      [best, most] = [first, score];
    }
    const left = (inside.get(first.pattern) ?? 0) - 1;
    if (left > 0) inside.set(first.pattern, left);
    else inside.delete(first.pattern);
    // A phrase longer than the window was never inside.
    end = Math.max(end, index + 1);
  }
  return best;
}

/** About `length` from `start` on, cut between words where there are any. */
function windowAt(text: string, start: number, length: number): Window {
  const from = start <= SLACK ? 0 : wordStart(text, start);
  const end = from + length;
  return { from, to: end >= text.length - SLACK ? text.length : wordEnd(text, end) };
}

function wordStart(text: string, at: number): number {
  const blank = text.lastIndexOf(' ', at);
  return blank >= at - SLACK ? blank + 1 : wholeCharacter(text, at);
}

function wordEnd(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank >= 0 && blank <= at + SLACK ? blank : wholeCharacter(text, at);
}

/** Not in the middle of a surrogate pair. */
const wholeCharacter = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;

function merged([first, second]: readonly Window[]): Window[] {
  if (!first) return [];
  if (!second) return [first];
  return second.from <= first.to
    ? [{ from: first.from, to: Math.max(first.to, second.to) }]
    : [first, second];
}

function pieces(text: string, marks: readonly Mark[], windows: readonly Window[]): Segment[] {
  const parts: Segment[] = [];
  const gap = (text: string) => parts.push({ text, marked: false });
  for (const [index, { from, to }] of windows.entries()) {
    if (index > 0) gap(' […] ');
    else if (from > 0) gap('… ');
    parts.push(...segments(text, marks, from, to));
  }
  const end = windows.at(-1)?.to ?? text.length;
  if (end < text.length) gap(' …');
  return parts;
}
