// A process that changes a library until it is killed, and says on its standard output what it has been promised.
// Arguments: folder, seed, number of the first transaction, and where to stand still until it is killed (see Stop).
import { writeSync } from 'node:fs';
import { ok } from '../../main/domain/result.ts';
import type { Library } from '../../main/library/library.ts';
import { type FileCall, interposedFiles, type Run } from '../support/interposed-files.ts';
import { digestOf } from './model.ts';
import { openRestless } from './open.ts';
import { phaseOf } from './phases.ts';
import type { Stop } from './stop.ts';
import { applyTransaction, burstAt } from './workload.ts';

const [folder = '', seedText, firstText, stopText = 'null'] = process.argv.slice(2);
const seed = Number(seedText);
const stop = JSON.parse(stopText) as Stop | null;
let met = 0;

// Written at once and in one piece, so that what was said is in the pipe when the process is killed.
const say = (line: string) => writeSync(1, `${line}\n`);

/** Without its stop in so many bursts, a writer is as good as any other to be killed. */
const PATIENCE = 120;

/** Stands still for ever; what other threads have begun goes on. */
function standStill(why: 'still' | 'tired' = 'still'): void {
  say(why);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

async function around(call: FileCall, run: Run): Promise<unknown> {
  const phase = phaseOf(call);
  if (phase === null) return run();
  if (stop === null) say(`in ${phase}`);
  const here = stop?.phase === phase && ++met === stop.time;
  if (here && stop.moment === 'before') standStill();
  if (here && stop.moment === 'torn' && call.data) {
    await run(call.data.subarray(0, Math.floor(call.data.length * stop.share)));
    standStill();
  }
  const answer = await run();
  if (here) standStill();
  if (stop === null) say('out');
  return answer;
}

async function change(library: Library, number: number): Promise<void> {
  const result = await library.transact((tx) => ok(applyTransaction(tx, seed, number)));
  say(result.ok ? `done ${number}` : `refused ${JSON.stringify(result.error)}`);
}

const library = await openRestless(folder, interposedFiles(around));
say(`open ${digestOf(library)}`);
for (let number = Number(firstText), bursts = 1; ; bursts += 1) {
  const burst = burstAt(seed, number);
  say(`ask ${number + burst - 1}`);
  await Promise.all(Array.from({ length: burst }, (_, place) => change(library, number + place)));
  number += burst;
  if (bursts % 10 === 0) say(`state ${number - 1} ${digestOf(library)}`);
  if (stop !== null && bursts === PATIENCE) standStill('tired');
}
