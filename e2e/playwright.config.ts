import { defineConfig } from '@playwright/test';
import { browser } from './browser.ts';

export default defineConfig({
  testDir: './specs',
  reporter: 'list',
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: true,
  timeout: 60_000,
  // How soon something must happen is for the tests that are about it; a busy machine is no fault.
  expect: { timeout: 15_000 },
  projects: [
    {
      name: 'chromium',
      use: { browserName: 'chromium', launchOptions: { executablePath: browser() } },
    },
  ],
});
