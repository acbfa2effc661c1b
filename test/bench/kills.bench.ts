import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { killMany } from '../torture/kill.ts';
import type { Measures } from './measure.ts';

const KILLS = 60;

/** Whether what was acknowledged survives being killed; `npm run test:torture` asks thousands of times. */
export async function killMeasures(folder: string): Promise<Measures> {
  const folders = ['a', 'b'].map((name) => path.join(folder, `kill-${name}`));
  for (const each of folders) await mkdir(each, { recursive: true });
  const { kills, acknowledged, lost, problems } = await killMany({ kills: KILLS, seed: 1, folders });
  const detail = `${acknowledged} writes acknowledged over ${kills} kills${problems.map((each) => `; ${each}`).join('')}`;
  const ok = lost === 0 && problems.length === 0;
  return { 'acknowledged writes lost to kill -9': { value: lost, unit: 'writes', goal: '0', ok, detail } };
}
