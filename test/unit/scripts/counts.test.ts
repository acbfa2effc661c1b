import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countsOf, lastWords, type Runner, sentence, sum } from '../../../scripts/lib/counts.mjs';

const dir = mkdtempSync(join(tmpdir(), 'copydesk-counts-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** Vitest's report of as many files, each with its status and the statuses of its tests. */
function vitestReport(...files: Array<[file: string, ...tests: string[]]>): unknown {
  const all = files.flatMap(([, ...tests]) => tests);
  const count = (status: string) => all.filter((each) => each === status).length;
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    testResults: files.map(([status, ...tests]) => ({
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    })),
  };
}

function playwrightReport(stats: Record<string, number>, errors: unknown[] = []): unknown {
  return { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors };
}

describe('countsOf', () => {
  const cases: Array<[string, Runner, unknown, boolean, string]> = [
    ['passes', 'vitest', vitestReport(['passed', 'passed', 'passed']), true, '2 passed, 0 failed'],
    [
      'skips and to-dos',
      'vitest',
      vitestReport(['passed', 'passed', 'pending', 'todo']),
      true,
      '1 passed, 0 failed, 2 skipped',
    ],
    ['a failed test', 'vitest', vitestReport(['failed', 'passed', 'failed']), false, '1 passed, 1 failed'],
    [
      'a file that did not load',
      'vitest',
      vitestReport(['passed', 'passed'], ['failed']),
      false,
      '1 passed, 1 failed',
    ],
    [
      'an error outside every test',
      'vitest',
      vitestReport(['passed', 'passed']),
      false,
      '1 passed, 1 failed',
    ],
    ['no test at all', 'vitest', vitestReport(), true, '0 passed, 1 failed'],
    [
      'nothing but skips',
      'vitest',
      vitestReport(['passed', 'pending']),
      true,
      '0 passed, 1 failed, 1 skipped',
    ],
    ['passes', 'playwright', playwrightReport({ expected: 3 }), true, '3 passed, 0 failed'],
    ['a flaky test', 'playwright', playwrightReport({ expected: 3, flaky: 1 }), true, '3 passed, 1 failed'],
    ['a broken spec', 'playwright', playwrightReport({}, [{}]), false, '0 passed, 1 failed'],
  ];

  it.each(cases)('%s (%s)', (name, runner, report, ok, expected) => {
    const file = join(dir, `${runner} ${name}.json`);
    writeFileSync(file, JSON.stringify(report));
    expect(sentence(countsOf(runner, file, ok))).toBe(expected);
  });

  it('has failed when the runner left no report, even if it ended well', () => {
    expect(countsOf('vitest', join(dir, 'none.json'), true)).toEqual({
      ...{ passed: 0, failed: 1, skipped: 0, failures: [] },
    });
  });

  it('counts a part without a runner as one test', () => {
    expect(countsOf(undefined, '', true)).toMatchObject({ passed: 1, failed: 0, skipped: 0 });
    expect(countsOf(undefined, '', false)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('failures', () => {
  const failuresOf = (runner: Runner, report: unknown) => {
    const file = join(dir, `${runner} failures.json`);
    writeFileSync(file, JSON.stringify(report));
    return countsOf(runner, file, false).failures;
  };

  it('are told by their names and the first lines of why (vitest)', () => {
    const failed = {
      status: 'failed',
      fullName: 'a test',
      failureMessages: ['\u001b[31mAssertion\u001b[39m\n\nat x\nat node_modules/vitest'],
    };
    const report = {
      ...(vitestReport(['failed', 'failed'], ['failed']) as object),
      testResults: [
        { status: 'failed', name: 'a.test.ts', assertionResults: [{ status: 'passed' }, failed] },
        { status: 'failed', name: 'b.test.ts', message: 'Cannot find module', assertionResults: [] },
      ],
    };
    expect(failuresOf('vitest', report)).toEqual([
      'b.test.ts\n  Cannot find module',
      'a test\n  Assertion\n  at x',
    ]);
  });

  it('are told by file and line, those that passed when repeated too (playwright)', () => {
    const spec = (title: string, status: string, ...results: unknown[]) => ({
      ...{ title, file: 'x.spec.ts', line: 3, tests: [{ status, results }] },
    });
    const error = { error: { message: Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n') } };
    const inner = { specs: [spec('flaky', 'flaky', error, {}), spec('right', 'expected', {})] };
    const suites = [{ specs: [spec('wrong', 'unexpected', error)], suites: [inner] }];
    const failures = failuresOf('playwright', {
      ...(playwrightReport({ unexpected: 1, flaky: 1 }, [{ message: 'No such file' }]) as object),
      suites,
    });
    expect(failures.map((each) => each.split('\n').slice(0, 2))).toEqual([
      ['Outside every test', '  No such file'],
      ['x.spec.ts:3 wrong', '  line 0'],
      ['x.spec.ts:3 flaky', '  line 0'],
    ]);
    expect(failures[1]?.split('\n')).toHaveLength(13);
  });
});

describe('lastWords', () => {
  it('are the end of what was printed, without colours and empty lines', () => {
    const printed = `${'passed\n'.repeat(99)}\n\u001b[31mUnhandled Rejection\u001b[39m\n\nError: late\n`;
    const [title, ...lines] = lastWords('Unit tests', printed).split('\n');
    expect(title).toBe('Unit tests: failed, though no test did. Its last lines:');
    expect(lines).toHaveLength(60);
    expect(lines.slice(-3)).toEqual(['  passed', '  Unhandled Rejection', '  Error: late']);
  });
});

describe('sum', () => {
  it('adds up the parts', () => {
    expect(
      sum([
        { passed: 1, failed: 0, skipped: 2, failures: [] },
        { passed: 3, failed: 2, skipped: 0, failures: ['one', 'two'] },
      ]),
    ).toEqual({ passed: 4, failed: 2, skipped: 2, failures: ['one', 'two'] });
  });
});
