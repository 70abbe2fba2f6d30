import { test as base, expect } from '@playwright/test';
import { complaintsOf, listenTo } from './leaks.ts';
import { newWorkplace, type Workplace } from './workplace.ts';

export { expect } from '@playwright/test';

/**
 * Every test gets a workplace of its own, cleared afterwards with all programs it started; and in every test the secrets
 * of its files must have stayed in the file, its history and its drafts, and no page may have broken its content policy or
 * left an error to nobody.
 */
export const test = base.extend<{ workplace: Workplace; isAttack: boolean }>({
  /** Set where the test itself tries what the policy forbids. */
  isAttack: [false, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed
  workplace: async ({}, use) => {
    const workplace = await newWorkplace();
    await use(workplace);
    expect(await workplace.clear(), 'secrets outside of the file, its history and its drafts').toEqual([]);
  },
  context: async ({ context, isAttack }, use) => {
    const complaints = complaintsOf(context);
    await use(context);
    if (!isAttack) expect(complaints(), 'errors in the console').toEqual([]);
  },
  page: async ({ page }, use) => {
    const leaks = listenTo(page);
    await use(page);
    expect(await leaks(), 'secrets outside of what the page shows').toEqual([]);
  },
});
