import { defineConfig } from '@playwright/test';
import { browser } from '../browser.ts';

/** The speed of the page in a real browser: figures to read, none that a test hangs on. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../test-results',
  reporter: 'line',
  workers: 1,
  timeout: 600_000,
  projects: [{ name: 'chromium', use: { browserName: 'chromium', launchOptions: browser() } }],
});
