import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeArchive } from '../../main/backup/archive-writer.ts';
import { BackupStore } from '../../main/backup/store.ts';
import { finishSwap } from '../../main/backup/swap.ts';
import { systemClock as clock } from '../../main/clock.ts';
import { realFiles as files } from '../../main/library/durable-file.ts';
import { must } from '../support/must.ts';
import { factor, seed } from '../support/property.ts';
import { seeded } from '../support/seeded.ts';
import { look, runAndKill } from './backup-kill.ts';
import { openRestless } from './open.ts';
import { bundleWriter } from './writer-process.ts';

const KILLS = factor === 1 ? 40 : 600;
/** What a process may be killed in. */
const DOINGS = ['daily', 'file', 'restore', 'restore-file', 'before-restore', 'plan', 'swap'];
/** How long each of them takes about, in milliseconds; less, more often. */
const LONGEST = 120;

/** What was killed least often of what a process can be asked for; in the order of the list at first. */
function rarest(killedIn: Readonly<Record<string, number>>): string {
  const wanted = DOINGS.filter((doing) => doing !== 'swap');
  const least = Math.min(...wanted.map((doing) => killedIn[doing] ?? 0));
  return wanted.find((doing) => (killedIn[doing] ?? 0) === least) ?? '';
}

/** One day's work without a kill: what killed processes have left goes with it. */
async function tidyDay(root: string): Promise<string[]> {
  const folder = path.join(root, 'library');
  must(await finishSwap(folder, files));
  const library = await openRestless(folder);
  const work = { files, signal: new AbortController().signal, onProgress: () => {} };
  const taking = { ...work, appVersion: '0', now: clock.now() };
  await new BackupStore(path.join(root, 'backups'), files).take(library, { ...taking, kind: 'daily' });
  const target = path.join(root, 'file', 'mine.copydesk-backup');
  await writeArchive(library, target, taking);
  await library.close();
  const names = await readdir(root, { recursive: true });
  return names.filter((name) => name.endsWith('.tmp') || /^library-/.test(name));
}

test(`backups and restores survive ${KILLS} kills: one whole library, no bad backup, nothing left`, async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'copydesk-backup-kill-'));
  const program = await bundleWriter(root, 'backup-writer');
  const home = path.join(root, 'home');
  const random = seeded(seed);
  const killedIn: Record<string, number> = {};
  const problems: string[] = [];
  let number = 0;
  let isPlanned = false;
  let kill = 0;
  // Where a kill hits is left to time: what was missed goes on being aimed at, as long as there is hope.
  const isDone = () => kill >= KILLS && (DOINGS.every((doing) => doing in killedIn) || kill >= 3 * KILLS);
  while (!isDone() && problems.length === 0) {
    // A swap has something to do only after a run that has planned one.
    const doing = isPlanned && random.chance(0.7) ? 'swap' : rarest(killedIn);
    const short = ['plan', 'swap'].includes(doing) ? 0.1 : 1;
    const ms = Math.floor(random.next() ** 2 * LONGEST * short);
    const said = await runAndKill(program, home, random.below(2 ** 30), { doing, ms });
    isPlanned = said.isPromised;
    if (said.doing !== 'restart') kill += 1;
    killedIn[said.doing] = (killedIn[said.doing] ?? 0) + 1;
    try {
      number = await look(home, number, said);
    } catch (problem) {
      problems.push(`kill ${kill} in ${said.doing}: ${problem} (${root})`);
    }
    problems.push(...said.complaints);
    if (said.doing !== 'restart' && kill % 100 === 0) console.log(`${kill} kills`);
  }
  console.log(`${kill} kills (seed ${seed}):`, killedIn);
  expect(problems).toEqual([]);
  expect(Object.keys(killedIn)).toEqual(expect.arrayContaining(DOINGS));
  expect(await tidyDay(home)).toEqual([]);
  await rm(root, { recursive: true });
});
