import path from 'node:path';
import type { Closing } from './closing-note.ts';
import { type FileLayer, readBytes } from './durable-file.ts';
import { decodeLine, type JournalLine, mayBeTorn } from './journal-line.ts';
import { journalName } from './layout.ts';

/** A journal with bad lines between good ones, or with transactions missing before, in or after it. */
export interface JournalDamage {
  file: string;
  isMissing: boolean;
  kept: number;
  /** Null if nobody can say. */
  lost: number | null;
}

/** What is known of the transactions beside the journals. */
export interface Known {
  /** Number of the newest one that the shards hold, or null. */
  through: number | null;
  /** Whether that is certain; else it may be a larger one. */
  isCertain: boolean;
  /** What there was when the library was last closed. */
  closing: Closing | null;
}

interface Parsed {
  lines: JournalLine[];
  /** Whether there are bad lines that no crash explains. */
  isDamaged: boolean;
  /** Whether the last line is bad. What a crash left, if it was: what follows tells. */
  endsBadly: boolean;
}

const LINE_BREAK = 10;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/**
 * The good lines of a journal. One bad line at the very end is what a crash leaves of an append that nobody was told
 * had succeeded; it is passed over in silence.
 */
function parseJournal(bytes: Buffer): Parsed {
  const lines: JournalLine[] = [];
  const isMarked = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  let isDamaged = false;
  let bad: Buffer[] = [];
  for (let begin = isMarked ? BYTE_ORDER_MARK.length : 0; begin < bytes.length; ) {
    const found = bytes.indexOf(LINE_BREAK, begin);
    const end = found === -1 ? bytes.length : found;
    const text = bytes.subarray(begin, end);
    const line = decodeLine(text);
    if (line) {
      lines.push(line);
      isDamaged ||= bad.length > 0;
      bad = [];
    } else bad.push(text);
    begin = end + 1;
  }
  const endsBadly = bad.length > 0;
  return { lines, isDamaged: isDamaged || bad.length > 1 || bad.some((text) => !mayBeTorn(text)), endsBadly };
}

/**
 * The transactions of all journals, in order. A number that comes again voids what came under it before: such a line
 * was refused by the disk, taken back as far as possible, and never acknowledged.
 */
export async function readJournals(
  folder: string,
  generations: readonly number[],
  known: Known,
  files: FileLayer,
): Promise<{ lines: JournalLine[]; damage: JournalDamage[]; bytes: number }> {
  const lines: JournalLine[] = [];
  let damage: JournalDamage[] = [];
  /** How many lines of each journal are good. */
  const kept = new Map<number, number>();
  /** Journals since the newest good line that end in a bad one. */
  let torn: JournalDamage[] = [];
  let bytes = 0;
  for (const generation of generations) {
    const file = journalName(generation);
    const content = await readBytes(path.join(folder, file), files);
    bytes += content.length;
    const { lines: found, isDamaged, endsBadly } = parseJournal(content);
    kept.set(generation, found.length);
    const [first] = found;
    if (first) while ((lines.at(-1)?.t ?? -1) >= first.t) lines.pop();
    // Between two lines it is certain how many are missing; before the first of all that may not be known.
    const isCertain = lines.length > 0 || known.isCertain || first?.t === 1;
    const before = first ? missing(lines.at(-1)?.t ?? known.through, first.t - 1) : 0;
    // What ends before a gap in a line that nobody can read holds what is missing, not the good file after it.
    if (before > 0) damage = withTorn(damage, torn, isCertain ? before : null);
    const lost = (torn.length > 0 ? 0 : before) + missingIn(found);
    for (const line of found) lines.push(line);
    const here = { file, isMissing: false, kept: found.length };
    if (first) torn = [];
    if (endsBadly) torn.push({ ...here, lost: 0 });
    const isUnclear = lost === 0 ? isDamaged : !isCertain;
    if (lost > 0 || isDamaged) damage.push({ ...here, lost: isUnclear ? null : lost });
  }
  const end = endIsMissing(lines.at(-1)?.t ?? null, kept, known);
  if (!end) return { lines, damage, bytes };
  const others = torn.filter(({ file }) => file !== end.file);
  return { lines, damage: joined(withTorn(damage, others, 0), end), bytes };
}

/** All damage, with the journals that end in a bad line before a gap, and what is missing there put down to the last. */
function withTorn(
  damage: readonly JournalDamage[],
  torn: readonly JournalDamage[],
  lost: number | null,
): JournalDamage[] {
  return torn.reduce(
    (all, each, at) => joined(all, { ...each, lost: at === torn.length - 1 ? lost : 0 }),
    [...damage],
  );
}

/** How many transactions come after `from`, up to `to`. */
const missing = (from: number | null, to: number): number => (from === null ? 0 : Math.max(0, to - from));

/** How many transactions are missing between these. */
const missingIn = (lines: readonly JournalLine[]): number =>
  lines.reduce((sum, { t }, at) => sum + missing(lines[at - 1]?.t ?? null, t - 1), 0);

/** The journal that has lost transactions which were there when the library was last closed, if there is one. */
function endIsMissing(
  newest: number | null,
  kept: ReadonlyMap<number, number>,
  { through, isCertain, closing }: Known,
): JournalDamage | null {
  const lost = missing(newest ?? through, closing?.sequence ?? 0);
  if (!closing || lost === 0) return null;
  return {
    file: journalName(closing.journal),
    isMissing: !kept.has(closing.journal),
    kept: kept.get(closing.journal) ?? 0,
    lost: isCertain || newest !== null ? lost : null,
  };
}

/** All damage, with more that is joined to what else was found in the same file. */
function joined(damage: readonly JournalDamage[], more: JournalDamage): JournalDamage[] {
  const same = damage.find(({ file }) => file === more.file);
  if (!same) return [...damage, more];
  if (more.lost === 0) return [...damage];
  const lost = more.lost === null ? null : (same.lost ?? 0) + more.lost;
  return [...damage.filter((each) => each !== same), { ...same, lost }];
}
