import { expect, test } from 'vitest';
import type { AppError } from '../../main/domain/app-error.ts';
import { ok, type Result } from '../../main/domain/result.ts';
import type { Library } from '../../main/library/library.ts';
import { type Fault, failingFiles } from '../support/failing-files.ts';
import { PowerLossDisk } from '../support/power-loss-disk.ts';
import { filesOn } from '../support/power-loss-files.ts';
import { factor, fc, forAll } from '../support/property.ts';
import { seeded } from '../support/seeded.ts';
import { digestOf, Model } from './model.ts';
import { openRestless, tryRestless } from './open.ts';
import { PHASES, type Phase, phaseOf } from './phases.ts';
import { unlock } from './unlock.ts';
import { applyTransaction, burstAt } from './workload.ts';

const RUNS = 150;
const FOLDER = '/library';
const REASONS = { ENOSPC: 'full', short: 'full', EIO: 'io', EACCES: 'denied', EROFS: 'denied' } as const;

const fault: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constantFrom('ENOSPC', 'EIO', 'EACCES', 'EROFS', 'short'),
  at: fc.integer({ min: 1, max: 25 }),
  lasts: fc.constantFrom(1, 1, 2, 5, 1_000),
  late: fc.boolean(),
});
/** A fault, and how many bursts of transactions meet it. */
interface Spell {
  fault: Fault;
  bursts: number;
}
const spell: fc.Arbitrary<Spell> = fc.record({ fault, bursts: fc.integer({ min: 1, max: 5 }) });
const spells = fc.array(spell, { minLength: 1, maxLength: 8 });

/** Everything that is asked of a library, each transaction only if the disk took it. */
class Client {
  readonly #library: Library;
  readonly #seed: number;
  readonly model: Model;
  #number: number;

  constructor(library: Library, seed: number, number = 0, model = new Model()) {
    this.#library = library;
    this.#seed = seed;
    this.#number = number;
    this.model = model;
  }

  /** One burst; answers the errors. Memory shows exactly what was accepted. */
  async burst(): Promise<AppError[]> {
    const first = this.#number + 1;
    const count = burstAt(this.#seed, first);
    this.#number += count;
    const results = await Promise.all(
      Array.from({ length: count }, (_, place) =>
        this.#library.transact((tx) => ok(applyTransaction(tx, this.#seed, first + place))),
      ),
    );
    for (const [place, { ok: accepted }] of results.entries()) {
      if (accepted) applyTransaction(this.model, this.#seed, first + place);
    }
    expect(digestOf(this.#library)).toBe(digestOf(this.model));
    return results.flatMap((result: Result<void>) => (result.ok ? [] : [result.error]));
  }
}

test('a call that fails anywhere refuses what it must, changes nothing else, and passes', async () => {
  let refused = 0;
  const hit = new Set<Phase | null>();
  const check = async ([all, seed]: [Spell[], number]) => {
    const disk = new PowerLossDisk();
    const failing = failingFiles(filesOn(disk), { onHit: (call) => hit.add(phaseOf(call)) });
    const library = await openRestless(FOLDER, failing.files);
    const client = new Client(library, seed);
    for (const { fault: each, bursts } of all) {
      failing.break(each);
      for (let burst = 0; burst < bursts; burst += 1) {
        for (const error of await client.burst()) {
          expect(error).toMatchObject({ kind: 'storage', reason: REASONS[each.kind] });
          refused += 1;
        }
      }
      failing.heal();
      expect(await client.burst()).toEqual([]);
    }
    await library.close();
    for (const image of [disk.image(), disk.afterPowerLoss(seeded(seed))]) {
      const again = await openRestless(FOLDER, filesOn(unlock(new PowerLossDisk(image))));
      expect(digestOf(again)).toBe(digestOf(client.model));
      await again.close();
    }
  };
  await forAll(fc.tuple(spells, fc.nat()), check, RUNS);
  expect(refused).toBeGreaterThan((RUNS * factor) / 4);
  expect(PHASES.filter((phase) => !hit.has(phase))).toEqual([]);
});

test('a library that fails to open is not changed by it, and opens when the fault is gone', async () => {
  const seen = { refused: 0, opened: 0 };
  const check = async ([each, seed, bursts]: [Fault, number, number]) => {
    const first = new PowerLossDisk();
    const client = new Client(await openRestless(FOLDER, filesOn(first)), seed);
    await client.burst();
    for (let burst = 0; burst < bursts; burst += 1) await client.burst();
    // As a crash leaves it, so that opening has something to do.
    const disk = unlock(new PowerLossDisk(first.afterPowerLoss(seeded(seed))));
    const failing = failingFiles(filesOn(disk));
    failing.break(each);
    const opened = await tryRestless(FOLDER, failing.files);
    if (opened.ok) {
      seen.opened += 1;
      expect(digestOf(opened.value)).toBe(digestOf(client.model));
      await opened.value.close();
    } else {
      seen.refused += 1;
      expect(opened.error).toMatchObject({ kind: 'storage', reason: REASONS[each.kind] });
    }
    failing.heal();
    const healed = await openRestless(FOLDER, failing.files);
    expect(digestOf(healed)).toBe(digestOf(client.model));
    await healed.close();
  };
  await forAll(fc.tuple(fault, fc.nat(), fc.nat(20)), check, RUNS);
  expect(Math.min(seen.refused, seen.opened)).toBeGreaterThan((RUNS * factor) / 20);
});
