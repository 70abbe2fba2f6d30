import { expect } from '@playwright/test';
import type { Running } from './workplace.ts';

/** The first start link in what a program has printed; empty where there is none. */
export function linkIn(printed: string): string {
  return /http:\/\/localhost:\d+\/#start=[\w-]{43}/.exec(printed)?.[0] ?? '';
}

/** The start link that a program prints. */
export async function startLinkOf({ printed }: Pick<Running, 'printed'>): Promise<string> {
  await expect.poll(() => linkIn(printed())).not.toBe('');
  return linkIn(printed());
}
