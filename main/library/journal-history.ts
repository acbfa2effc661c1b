import path from 'node:path';
import type { Closing } from './closing-note.ts';
import { type FileLayer, readBytes } from './durable-file.ts';
import {
  type Change,
  decodeLine,
  type JournalLine,
  legibleLine,
  mayBeTorn,
  saidBy,
  versionId,
} from './journal-line.ts';
import { journalName } from './layout.ts';

/** A journal with bad lines between good ones, or with transactions missing before, in or after it. */
export interface JournalDamage {
  file: string;
  isMissing: boolean;
  kept: number;
  /** Null if nobody can say. */
  lost: number | null;
}

/** A line that is not as it was written and can be read all the same. */
export interface DoubtfulLine {
  file: string;
  line: JournalLine;
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
  /** What bad lines say that can be read. */
  doubtful: JournalLine[];
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
  const doubtful: JournalLine[] = [];
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
    } else {
      bad.push(text);
      doubtful.push(...[legibleLine(text)].filter((legible) => legible !== null));
    }
    begin = end + 1;
  }
  const isOdd = bad.length > 1 || bad.some((text) => !mayBeTorn(text));
  return { lines, doubtful, isDamaged: isDamaged || isOdd, endsBadly: bad.length > 0 };
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
): Promise<{ lines: JournalLine[]; doubtful: DoubtfulLine[]; damage: JournalDamage[]; bytes: number }> {
  const lines: JournalLine[] = [];
  const legible: DoubtfulLine[] = [];
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
    const { lines: found, doubtful, isDamaged, endsBadly } = parseJournal(content);
    for (const line of doubtful) legible.push({ file, line });
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
  const doubtful = legible.length === 0 ? [] : stillMeant(legible, lines);
  const end = endIsMissing(lines.at(-1)?.t ?? null, kept, known);
  const others = torn.filter(({ file }) => file !== end?.file);
  const told = end ? joined(withTorn(damage, others, 0), end) : damage;
  return { lines, doubtful, damage: withLegible(told, doubtful, kept), bytes };
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

/**
 * The doubtful lines, without what good lines say is otherwise: of a number that there is a good line of, a bad one was
 * refused by the disk; and what was removed later must not come back, be it the record or the version made of it.
 */
function stillMeant(legible: readonly DoubtfulLine[], lines: readonly JournalLine[]): DoubtfulLine[] {
  const there = new Set(lines.map(({ t }) => t));
  const removed = new Map<string, number>();
  for (const { t, ops } of lines) {
    for (const change of ops) {
      if ('del' in change) removed.set(`${change.c} ${change.id}`, t);
      else if ('put' in change) removed.delete(`${change.c} ${change.put.id}`);
    }
  }
  const isRemoved = (change: Change, t: number): boolean => {
    const { id, revision } = saidBy(change);
    const version = removed.has(`revisions ${versionId(id, revision)}`);
    return version || (removed.get(`${change.c} ${id}`) ?? 0) > t;
  };
  return legible
    .filter(({ line }) => !there.has(line.t))
    .map(({ file, line }) => ({
      file,
      line: { ...line, ops: line.ops.filter((change) => !isRemoved(change, line.t)) },
    }));
}

/** All damage, with journals that end in a line which no crash has left, where nothing else tells of it. */
function withLegible(
  damage: readonly JournalDamage[],
  doubtful: readonly DoubtfulLine[],
  kept: ReadonlyMap<number, number>,
): JournalDamage[] {
  const untold = doubtful.filter(({ file }) => !damage.some((each) => each.file === file));
  return [...Map.groupBy(untold, ({ file }) => file)].reduce(
    (all, [file, { length }]) => {
      const good = [...kept].find(([generation]) => journalName(generation) === file)?.[1] ?? 0;
      return joined(all, { file, isMissing: false, kept: good, lost: length });
    },
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
