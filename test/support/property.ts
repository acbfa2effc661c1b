// Properties: what must hold for every value. The values come from a seed that is always the same, so that a test
// that turns red does so because of the change under test; what that seed does not show, `npm run fuzz` looks for.
import fc from 'fast-check';

export { fc };

/** Any number does. */
const USUAL_SEED = 20_261_122;
const FUZZ_FACTOR = 50;

const given = process.env.COPYDESK_FUZZ_SEED;
/** The seed of this run, for values that are not made by a property. */
export const seed = given === undefined ? USUAL_SEED : Number(given);
/** How many times as many values are tried as a test asks for: more when fuzzing. */
export const factor = given === undefined ? 1 : FUZZ_FACTOR;

/** Fails with the smallest counterexample it finds, its seed and its place, unless the check passes for all values. */
export async function forAll<T>(
  values: fc.Arbitrary<T>,
  check: (value: T) => void | Promise<void>,
  runs = 100,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(values, async (value) => check(value)),
    { seed, numRuns: runs * factor },
  );
}

/** Values to be looked at together, where asking about one at a time would take too long. */
export function samples<T>(values: fc.Arbitrary<T>, count: number): T[] {
  return fc.sample(values, { seed, numRuns: count * factor });
}
