import { defineConfig } from '@playwright/test';
import { chooseRunner } from './scripts/lib/launch.mjs';

// The same specs run in Electron where its binary is installed, and in the stand-in (test/host) where it is not, where
// there is no display, or with COPYDESK_STAND_IN=1. Playwright asks the electron package for the binary, which honours
// a variable that the runner sets.
Object.assign(process.env, chooseRunner().env);

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
