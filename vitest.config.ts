import { defineConfig } from 'vitest/config';

const electron = `${import.meta.dirname}/test/support/electron.ts`;
const base = {
  environment: 'node' as const,
  alias: { electron },
  // As test/support/eventually.ts: for what never comes.
  expect: { poll: { interval: 5, timeout: 25_000 } },
};

/**
 * `unit` needs nothing but Node; `integration` uses real files and the real WordPress of test/wordpress; `torture`
 * kills, cuts and fills what the library writes to, see test/torture/README.md.
 */
export default defineConfig({
  test: {
    // All processors; Vitest leaves one idle, which is half of a machine that has two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...base,
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          // Dates that people read are those of this zone, not of the computer.
          env: { TZ: 'Europe/Sofia' },
          // For what never ends: a machine under load may take its time.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // A process for each of 300 files took longer than the tests in them.
          isolate: false,
        },
      },
      {
        test: {
          ...base,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          // WordPress may have to be fetched and installed first.
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...base,
          name: 'torture',
          include: ['test/torture/**/*.test.ts'],
          testTimeout: 60 * 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
