import type { Slices } from './slices.ts';

type Compare<T> = (a: T, b: T) => number;

/** Sorted at once: a fraction of a slice. */
const RUN = 1_000;

/** Index of the first item that is not before `item`. */
function placeOf<T>(sorted: readonly T[], item: T, compare: Compare<T>): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] as T, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Takes one item out, if it is in, and puts another where it belongs. One that takes the place of its equal moves nothing
 * else: in a hundred thousand that is felt.
 */
export function exchange<T>(
  sorted: T[],
  gone: T | undefined,
  come: T | undefined,
  compare: Compare<T>,
): void {
  if (gone !== undefined) {
    const place = placeOf(sorted, gone, compare);
    const isIn = sorted[place] === gone;
    if (isIn && come !== undefined && compare(gone, come) === 0) {
      sorted[place] = come;
      return;
    }
    if (isIn) sorted.splice(place, 1);
  }
  if (come !== undefined) sorted.splice(placeOf(sorted, come, compare), 0, come);
}

/** Two sorted lists as one, step by step. */
function* merging<T>(a: readonly T[], b: readonly T[], compare: Compare<T>): Generator<void, T[]> {
  const merged: T[] = [];
  let [left, right] = [0, 0];
  while (left < a.length && right < b.length) {
    if (compare(a[left] as T, b[right] as T) <= 0) merged.push(a[left++] as T);
    else merged.push(b[right++] as T);
    if (merged.length % RUN === 0) yield;
  }
  for (; left < a.length; left += 1) merged.push(a[left] as T);
  for (; right < b.length; right += 1) merged.push(b[right] as T);
  return merged;
}

/** Two sorted lists as one. */
export function merge<T>(a: readonly T[], b: readonly T[], compare: Compare<T>): T[] {
  const steps = merging(a, b, compare);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Sorts many items while the event loop goes on. They must not change meanwhile; the array is left as it is. */
export async function sortInSlices<T>(
  items: readonly T[],
  compare: Compare<T>,
  slices: Slices,
): Promise<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    await slices.breathe();
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const steps = merging(runs[at] ?? [], runs[at + 1] ?? [], compare);
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) {
          longer.push(step.value);
          break;
        }
        await slices.breathe();
      }
    }
    runs = longer;
  }
  return runs[0] ?? [];
}
