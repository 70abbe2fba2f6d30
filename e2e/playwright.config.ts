import { defineConfig } from '@playwright/test';
import { browser } from './browser.ts';

export default defineConfig({
  testDir: './specs',
  reporter: 'list',
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: true,
  // Most of a test is waiting: for the disk, for the next look at the file, for a program that starts.
  workers: '150%',
  timeout: 240_000,
  // How soon something must happen is for the tests that are about it; a busy machine is no fault.
  expect: { timeout: 30_000 },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: browser(),
        // Colours and places are those they come to, not those on the way.
        contextOptions: { reducedMotion: 'reduce' },
      },
    },
  ],
});
