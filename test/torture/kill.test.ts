import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { factor, seed } from '../support/property.ts';
import { killMany } from './kill.ts';

const KILLS = factor === 1 ? 220 : 2_200;

/** What a killed process has written is safe with the system, synced or not; so memory serves as well as a disk. */
const MEMORY = '/dev/shm';

/** Folders to torture in: one on the disk, where syncs take their time, and quick ones. */
async function makeFolders(): Promise<string[]> {
  await mkdir('.cache', { recursive: true });
  const disk = path.resolve('.cache', 'kill-');
  const quick = existsSync(MEMORY) ? path.join(MEMORY, 'copydesk-kill-') : disk;
  return Promise.all([disk, quick, quick].map((start) => mkdtemp(start)));
}

test(`a library survives ${KILLS} kills, in every phase of what it does on the disk`, async () => {
  const folders = await makeFolders();
  const begin = performance.now();
  const report = await killMany({ kills: KILLS, seed, folders });
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(
    `${report.kills} kills in ${seconds} s (seed ${seed}), ${report.acknowledged} acknowledged, ${report.lost} lost;`,
    Object.entries(report.byPhase)
      .map(([phase, kills]) => `${phase} ${kills}`)
      .join(', '),
  );
  expect(report.problems).toEqual([]);
  expect(report.lost).toBe(0);
  const untouched = Object.entries(report.byPhase).filter(([, kills]) => kills === 0);
  expect(untouched, 'phases without a kill').toEqual([]);
  for (const folder of folders) await rm(folder, { recursive: true });
});
