import { test as base } from '@playwright/test';
import { newWorkplace, type Workplace } from './workplace.ts';

export { expect } from '@playwright/test';

/** Every test gets a workplace of its own, cleared afterwards with all programs it started. */
export const test = base.extend<{ workplace: Workplace }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed
  workplace: async ({}, use) => {
    const workplace = await newWorkplace();
    await use(workplace);
    await workplace.clear();
  },
});
