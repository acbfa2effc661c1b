import { expect, test } from 'vitest';
import { interposedFiles } from '../support/interposed-files.ts';
import { fc, forAll } from '../support/property.ts';
import { type Life, surviveLives } from './power-loss.ts';

const life: fc.Arbitrary<Life> = fc.record({
  seed: fc.nat(),
  calls: fc.integer({ min: 1, max: 500 }),
  transactions: fc.integer({ min: 0, max: 40 }),
  end: fc.constantFrom('power', 'kill'),
});
const lives = fc.array(life, { minLength: 1, maxLength: 6 });

test('whatever a power loss takes, and as often as it comes, nothing acknowledged is lost', async () => {
  await forAll(
    fc.tuple(lives, fc.nat()),
    async ([all, seed]) => {
      expect(await surviveLives({ lives: all, seed })).toBeNull();
    },
    150,
  );
});

test('the same on a disk that does not sync loses words: the disk of these tests forgets', async () => {
  const spoil: NonNullable<Parameters<typeof surviveLives>[0]['spoil']> = (files) =>
    interposedFiles(
      async ({ name }, run) => (name === 'datasync' || name === 'sync' ? undefined : run()),
      files,
    );
  const losses = await Promise.all(
    Array.from({ length: 20 }, (_, seed) =>
      surviveLives({ lives: [{ seed, calls: 10_000, transactions: 20, end: 'power' }], seed, spoil }),
    ),
  );
  expect(losses.filter((loss) => loss !== null).length).toBeGreaterThan(5);
});
