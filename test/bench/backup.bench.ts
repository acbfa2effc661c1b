import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openArchive } from '../../main/backup/archive-reader.ts';
import { writeArchive } from '../../main/backup/archive-writer.ts';
import { makeReady } from '../../main/backup/restore.ts';
import { BackupStore } from '../../main/backup/store.ts';
import { dropRestored } from '../../main/backup/swap.ts';
import { systemClock } from '../../main/clock.ts';
import { realFiles } from '../../main/library/durable-file.ts';
import type { Library } from '../../main/library/library.ts';
import { seeded } from '../support/seeded.ts';
import type { Libraries } from './libraries.ts';
import { atMost, forComparison, type Measures, median, ms } from './measure.ts';
import { longestSlice, worstStall } from './stall.ts';
import { decider } from './writes.bench.ts';

/** Daily backups; the first one, which copies everything, comes before them. */
const ROUNDS = 30;
/** Decisions in a day, on comments of any age: as many shards are new in each backup. */
const DECISIONS = 20;
/** Files written and restored: each takes some ten seconds. */
const FILES = 3;

interface Work {
  stallMs: number;
  sliceMs: number;
  lengthMs: number;
}

/** How long a work takes, and for how long it keeps main from a key. */
async function watch(work: () => Promise<unknown>): Promise<Work> {
  const begin = performance.now();
  const { stallMs, value } = await worstStall(() => longestSlice(work));
  return { stallMs, sliceMs: value.sliceMs, lengthMs: performance.now() - begin };
}

const middle = (works: readonly Work[], key: keyof Work): number => median(works.map((work) => work[key]));

/** For how long backing up 100,000 comments keeps main from a key. */
export async function backupMeasures(libraries: Libraries, folder: string): Promise<Measures> {
  const { library, folder: opened } = await libraries.open(100_000);
  const decide = decider(library, seeded(5));
  const store = new BackupStore(path.join(folder, 'backups'), realFiles);
  const signal = new AbortController().signal;
  const firstDay = Date.UTC(2026, 0, 1);
  const take = async (day: number) => {
    const now = new Date(firstDay + day * 86_400_000);
    return watch(() =>
      store.take(library, { kind: 'daily', appVersion: '0.0.0', now, signal, onProgress: () => {} }),
    );
  };
  const first = await take(0);
  const days: Work[] = [];
  for (let day = 1; day <= ROUNDS; day += 1) {
    for (let count = 0; count < DECISIONS; count += 1) await decide();
    days.push(await take(day));
  }
  const { written, restored } = await fileMeasures(library, opened, folder);
  await library.close();
  const worst = Math.max(...days.map(({ sliceMs }) => sliceMs));
  const daily = `median of ${ROUNDS}, the worst of all ${ms(worst)}; by the clock ${ms(middle(days, 'stallMs'))}, with whatever else ran`;
  const lengths = `a daily backup takes ${ms(middle(days, 'lengthMs'))}, the first one ${ms(first.lengthMs)}`;
  const onFile = (works: readonly Work[]) =>
    forComparison(
      middle(works, 'sliceMs'),
      'ms',
      `median of ${FILES}; by the clock ${ms(middle(works, 'stallMs'))}; takes ${ms(middle(works, 'lengthMs'))}`,
    );
  return {
    'longest own slice of main during a backup': atMost(
      16,
      middle(days, 'sliceMs'),
      'ms',
      `${daily}; ${lengths}`,
      1,
    ),
    'longest own slice of main while a backup file is written': onFile(written),
    'longest own slice of main while one is made ready to be restored': onFile(restored),
  };
}

/** Writes backups to files, and makes each ready to take the place of the library in `opened`. */
async function fileMeasures(library: Library, opened: string, folder: string) {
  const work = { files: realFiles, signal: new AbortController().signal, onProgress: () => {} };
  const target = path.join(folder, 'file', 'bench.copydesk-backup');
  await mkdir(path.dirname(target), { recursive: true });
  const written: Work[] = [];
  const restored: Work[] = [];
  for (let count = 0; count < FILES; count += 1) {
    const archiving = { ...work, appVersion: '0.0.0', now: systemClock.now() };
    written.push(await watch(() => writeArchive(library, target, archiving)));
    const restoring = { ...work, clock: systemClock, library: opened, onBug: console.error };
    restored.push(await watch(async () => makeReady(await openArchive(target), target, restoring)));
    await dropRestored(opened, realFiles);
  }
  return { written, restored };
}
