import path from 'node:path';
import { BackupStore } from '../../main/backup/store.ts';
import { realFiles } from '../../main/library/durable-file.ts';
import { seeded } from '../support/seeded.ts';
import type { Libraries } from './libraries.ts';
import { atMost, type Measures, median, ms } from './measure.ts';
import { longestSlice, worstStall } from './stall.ts';
import { decider } from './writes.bench.ts';

/** Daily backups; the first one, which copies everything, comes before them. */
const ROUNDS = 30;
/** Decisions in a day, on comments of any age: as many shards are new in each backup. */
const DECISIONS = 20;

/** For how long backing up 100,000 comments keeps main from a key. */
export async function backupMeasures(libraries: Libraries, folder: string): Promise<Measures> {
  const { library } = await libraries.open(100_000);
  const decide = decider(library, seeded(5));
  const store = new BackupStore(path.join(folder, 'backups'), realFiles);
  const signal = new AbortController().signal;
  const firstDay = Date.UTC(2026, 0, 1);
  const take = async (day: number) => {
    const now = new Date(firstDay + day * 86_400_000);
    const begin = performance.now();
    const backUp = () =>
      store.take(library, { kind: 'daily', appVersion: '0.0.0', now, signal, onProgress: () => {} });
    const { stallMs, value } = await worstStall(() => longestSlice(backUp));
    return { stallMs, sliceMs: value.sliceMs, lengthMs: performance.now() - begin };
  };
  const first = await take(0);
  const days: (typeof first)[] = [];
  for (let day = 1; day <= ROUNDS; day += 1) {
    for (let count = 0; count < DECISIONS; count += 1) await decide();
    days.push(await take(day));
  }
  await library.close();
  const of = (key: keyof typeof first) => median(days.map((day) => day[key]));
  const worst = Math.max(...days.map(({ sliceMs }) => sliceMs));
  const daily = `median of ${ROUNDS}, the worst of all ${ms(worst)}; by the clock ${ms(of('stallMs'))}, with whatever else ran`;
  const lengths = `a daily backup takes ${ms(of('lengthMs'))}, the first one ${ms(first.lengthMs)}`;
  return {
    'longest own slice of main during a backup': atMost(16, of('sliceMs'), 'ms', `${daily}; ${lengths}`, 1),
  };
}
