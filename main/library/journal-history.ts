import path from 'node:path';
import type { FileLayer } from './durable-file.ts';
import { decodeLine, type JournalLine } from './journal-line.ts';
import { journalName } from './layout.ts';

/** A journal with bad lines between good ones, or with transactions missing before or in it. */
export interface JournalDamage {
  file: string;
  kept: number;
  lost: number;
}

interface Parsed {
  lines: JournalLine[];
  /** Bad lines that are followed by good ones. */
  bad: number;
}

const LINE_BREAK = 10;

/**
 * The good lines of a journal. A bad one at the very end is what a crash leaves of an append that nobody was told had
 * succeeded; it is passed over in silence.
 */
function parseJournal(bytes: Buffer): Parsed {
  const lines: JournalLine[] = [];
  let bad = 0;
  let badSoFar = 0;
  for (let begin = 0; begin < bytes.length; ) {
    const found = bytes.indexOf(LINE_BREAK, begin);
    const end = found === -1 ? bytes.length : found;
    const line = decodeLine(bytes.subarray(begin, end));
    if (line) {
      lines.push(line);
      bad = badSoFar;
    } else badSoFar += 1;
    begin = end + 1;
  }
  return { lines, bad };
}

/**
 * The transactions of all journals, in order. A number that comes again voids what came under it before: such a line
 * was refused by the disk, taken back as far as possible, and never acknowledged.
 *
 * @param through number of the newest transaction that the shards are known to hold, or null
 */
export async function readJournals(
  folder: string,
  generations: readonly number[],
  through: number | null,
  files: FileLayer,
): Promise<{ lines: JournalLine[]; damage: JournalDamage[]; bytes: number }> {
  const lines: JournalLine[] = [];
  const damage: JournalDamage[] = [];
  let bytes = 0;
  for (const generation of generations) {
    const file = journalName(generation);
    const content = await files.readFile(path.join(folder, file));
    bytes += content.length;
    const parsed = parseJournal(content);
    const [first] = parsed.lines;
    if (first) while ((lines.at(-1)?.t ?? -1) >= first.t) lines.pop();
    let lost = 0;
    for (const line of parsed.lines) {
      const before = lines.at(-1)?.t ?? through;
      if (before !== null) lost += Math.max(0, line.t - before - 1);
      lines.push(line);
    }
    if (lost > 0 || parsed.bad > 0) damage.push({ file, kept: parsed.lines.length, lost });
  }
  return { lines, damage, bytes };
}
