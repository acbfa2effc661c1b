import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

/** The module as it is loaded in an ordinary run, or when fuzzing from a seed. */
function load(seed?: string) {
  vi.stubEnv('COPYDESK_FUZZ_SEED', seed);
  return import('../../support/property.ts');
}

/** The values that a property of 20 runs is tried with. */
async function triedValues(seed?: string): Promise<string[]> {
  const { fc, forAll } = await load(seed);
  const values: string[] = [];
  await forAll(fc.string(), (value) => void values.push(value), 20);
  return values;
}

test('a property is tried with the same values each time', async () => {
  const values = await triedValues();
  expect(values).toHaveLength(20);
  expect(new Set(values).size).toBeGreaterThan(10);
  vi.resetModules();
  expect(await triedValues()).toEqual(values);
});

test('fuzzing tries other values, fifty times as many, and the same again from the same seed', async () => {
  const usual = await triedValues();
  vi.resetModules();
  const values = await triedValues('7');
  expect(values).toHaveLength(1000);
  expect(values.slice(0, 20)).not.toEqual(usual);
  vi.resetModules();
  expect(await triedValues('7')).toEqual(values);
});

test('a property that does not hold fails with the smallest counterexample, whichever way it says so', async () => {
  const { fc, forAll } = await load();
  const small = (value: number) => {
    expect(value).toBeLessThan(10);
  };
  await expect(forAll(fc.nat(), small)).rejects.toThrow(/Counterexample: \[10\]/);
  await expect(forAll(fc.nat(), async (value) => small(value))).rejects.toThrow(/Counterexample: \[10\]/);
});

test('samples are the same each time, and more when fuzzing', async () => {
  const { fc, samples } = await load();
  const values = samples(fc.nat(), 30);
  expect(values).toHaveLength(30);
  expect(samples(fc.nat(), 30)).toEqual(values);
  vi.resetModules();
  const fuzzing = await load('7');
  expect(fuzzing.samples(fc.nat(), 3)).toHaveLength(150);
});
