import { sentence, sum } from './counts.mjs';
import { runPart } from './run-part.mjs';

/** @typedef {{ name: string, title: string, counts: import('./counts.d.mts').Counts, seconds: number }} Outcome */

/** Runs the parts one after the other, each under its heading; one that fails does not stop those after it. */
export async function runInOrder(parts) {
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const part of parts) {
    heading(part.title);
    const broken = outcomes.find(({ name, counts }) => part.needs?.includes(name) && counts.failed > 0);
    if (broken !== undefined) {
      console.log(`Not run: "${broken.title}" has failed.`);
      outcomes.push(failure(part.name, part.title));
      continue;
    }
    const { seconds, ...counts } = await runPart(part, { quiet: false });
    outcomes.push({ name: part.name, title: part.title, counts, seconds });
    console.log(`\n${part.title}: ${sentence(counts)} in ${seconds.toFixed(1)} s`);
  }
  return outcomes;
}

/** Runs the parts at the same time and shows each one's output as it ends. */
export function runTogether(parts) {
  return Promise.all(
    parts.map(async (part) => {
      const { output, seconds, ...counts } = await runPart(part, { quiet: true });
      heading(part.title);
      if (output.trim() !== '') console.log(output.trim());
      return { name: part.name, title: part.title, counts, seconds };
    }),
  );
}

/** Something without a run of its own that went wrong. */
export function failure(name, title) {
  return { name, title, counts: { passed: 0, failed: 1, skipped: 0, failures: [] }, seconds: 0 };
}

/** Prints once more what failed, then what each part found and, as the last line, the sum; sets the exit code. */
export function finish(outcomes, started) {
  // What a part printed may be thousands of lines above, or cut off where only the end of a run is kept.
  const total = sum(outcomes.map(({ counts }) => counts));
  if (total.failures.length > 0) {
    heading('Failed');
    for (const each of total.failures) console.log(each);
  }
  heading('Summary');
  const width = Math.max(...outcomes.map(({ title }) => title.length));
  for (const { title, counts, seconds } of outcomes) {
    const mark = counts.failed > 0 ? '✗' : '✓';
    console.log(`${mark} ${title.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s  ${sentence(counts)}`);
  }
  console.log(`All in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(sentence(total));
}

export function heading(title) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(3, 72 - title.length))}`);
}
