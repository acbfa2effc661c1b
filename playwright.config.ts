import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// The same specs run in Electron where its binary is installed, and in the stand-in (test/host) where it is not, or
// with COPYDESK_STAND_IN=1. Playwright asks the electron package for the binary, which honours this variable.
if (process.env.COPYDESK_STAND_IN === '1' || !existsSync('node_modules/electron/path.txt')) {
  process.env.ELECTRON_OVERRIDE_DIST_PATH = `${import.meta.dirname}/test/host`;
}

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  workers: 1,
  // All limits are for what never comes: a machine under load may take its time.
  timeout: 600_000,
  expect: { timeout: 45_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
});
