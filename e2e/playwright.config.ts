import { defineConfig } from '@playwright/test';
import { browser } from './browser.ts';

export default defineConfig({
  testDir: './specs',
  reporter: 'list',
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: true,
  timeout: 60_000,
  projects: [
    {
      name: 'chromium',
      use: { browserName: 'chromium', launchOptions: { executablePath: browser() } },
    },
  ],
});
