import { setTimeout as delay } from 'node:timers/promises';
import type { Library } from '../../main/library/library.ts';
import { seeded } from '../support/seeded.ts';
import type { Libraries } from './libraries.ts';
import { atMost, type Measures, median, ms, ratioAtMost, time } from './measure.ts';
import { worstStall } from './stall.ts';
import { decider } from './writes.bench.ts';

const ROUNDS = 30;
/** Decisions before each compaction, on comments of any age: as many shards have to be written anew. */
const DECISIONS = 20;
/** Between two decisions; no hand is quicker. */
const PAUSE_MS = 10;

/** Times of decisions made one after the other, with pauses, until `done`. */
async function keepDeciding(decide: () => Promise<void>, done: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!done()) {
    times.push(await time(decide));
    await delay(PAUSE_MS);
  }
  return times;
}

async function compacting(library: Library, decide: () => Promise<void>): Promise<number[]> {
  let done = false;
  const compacted = library.compact().finally(() => {
    done = true;
  });
  const times = await keepDeciding(decide, () => done);
  await compacted;
  return times;
}

/** What compacting a library of 100,000 comments does to decisions that are made meanwhile. */
export async function compactionMeasures(libraries: Libraries): Promise<Measures> {
  const { library } = await libraries.open(100_000);
  const decide = decider(library, seeded(3));
  const all = { normal: [] as number[], during: [] as number[], length: [] as number[] };
  const stalls = { during: [] as number[], else: [] as number[] };
  for (let round = -1; round < ROUNDS; round += 1) {
    let left = DECISIONS;
    const before = await worstStall(() => keepDeciding(decide, () => --left < 0));
    const begin = performance.now();
    const meanwhile = await worstStall(() => compacting(library, decide));
    if (round < 0) continue; // the first one is warming up
    all.length.push(performance.now() - begin);
    all.normal.push(...before.value);
    all.during.push(...meanwhile.value);
    stalls.during.push(meanwhile.stallMs);
    stalls.else.push(before.stallMs);
  }
  await library.close();
  const [during, normal] = [median(all.during), median(all.normal)];
  const detail = `during ${ms(during)}, else ${ms(normal)}; a compaction takes ${ms(median(all.length))}`;
  const others = `median of ${ROUNDS}; without one ${ms(median(stalls.else))}; the worst of all ${ms(Math.max(...stalls.during))}`;
  return {
    'status change during a compaction / without': ratioAtMost(3, during, normal, detail),
    'longest stall during a compaction': atMost(16, median(stalls.during), 'ms', others, 1),
  };
}
