import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** How each runner's JSON report tells what passed, failed and was skipped. */
const readers = {
  vitest(report) {
    // A file that could not even be loaded has no test that failed.
    const broken = report.testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
      failures: [
        ...broken.map(({ name, message }) => ({ name, message })),
        ...report.testResults.flatMap(({ assertionResults }) =>
          assertionResults
            .filter(({ status }) => status === 'failed')
            .map(({ fullName, failureMessages }) => ({
              name: fullName,
              message: failureMessages?.join('\n'),
            })),
        ),
      ].map(inShort),
    };
  },
  playwright({ stats, errors, suites = [] }) {
    // A test that passed only when repeated is a failure: either it or the app is not right.
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
      failures: [
        ...errors.map(({ message }) => ({ name: 'Outside every test', message })),
        ...specsIn(suites),
      ].map(inShort),
    };
  },
};

/** Playwright's tests that did not pass at once, of suites within suites. */
function specsIn(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ results }) => ({
          name: `${file}:${line} ${title}`,
          message: results.find(({ error }) => error !== undefined)?.error.message,
        })),
    ),
    ...specsIn(inner),
  ]);
}

const SHORT_LINES = 12;

/** One failure as the summary tells it: what failed, and the first lines of why, without colours and the runner's own frames. */
function inShort({ name, message }) {
  const lines = stripVTControlCharacters(message ?? '').split('\n');
  const why = lines
    .filter((line) => line.trim() !== '' && !line.includes('node_modules'))
    .slice(0, SHORT_LINES);
  return [name, ...why.map((line) => `  ${line}`)].join('\n');
}

/**
 * The counts of a part that has ended. A part without a report of its own counts as one test; one that reports no
 * test at all has failed, and so has one that ended with an error although no test failed.
 * `ok` says whether the part's process ended well.
 */
export function countsOf(runner, reportFile, ok) {
  if (runner === undefined) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, failures: [] };
  const counts = existsSync(reportFile)
    ? readers[runner](JSON.parse(readFileSync(reportFile, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0, failures: [] };
  const ranNothing = counts.passed + counts.failed === 0;
  return counts.failed === 0 && (!ok || ranNothing) ? { ...counts, failed: 1 } : counts;
}

const LAST_LINES = 60;

/**
 * What is told of a part that failed without a failed test: a rejection nobody handled, a crash, a type error, or the
 * time that was up. Its runner has said why at the end of what it printed, if anywhere.
 */
export function lastWords(title, output) {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [
    `${title}: failed, though no test did. Its last lines:`,
    ...lines.slice(-LAST_LINES).map((line) => `  ${line}`),
  ].join('\n');
}

/** All counts together. */
export function sum(all) {
  const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const { passed, failed, skipped, failures } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    total.failures.push(...failures);
  }
  return total;
}

/** `N passed, N failed`, and `, N skipped` when some were. */
export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
