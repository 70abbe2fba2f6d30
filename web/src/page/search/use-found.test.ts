// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Desk } from '../../desk/desk.ts';
import { derive } from '../../draft/derived.ts';
import { draftOf } from '../../draft/draft.ts';
import { useFound } from './use-found.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const desk: Desk = {
  derived: derive('', draftOf('')),
  changes: new Map(),
  refusals: new Map(),
  overrides: new Map(),
  replacing: new Set(),
};

it('is made quick while the page is there, a few times and no more, and not behind it', async () => {
  const waiting: (() => void)[] = [];
  const rest = () => {
    for (const act of waiting.splice(0)) act();
  };
  vi.stubGlobal('requestIdleCallback', (act: () => void) => waiting.push(act));
  const { unmount } = renderHook(() => useFound('', desk));
  await vi.waitFor(() => expect(waiting).toHaveLength(1), { timeout: 20_000 });
  let rounds = 0;
  for (; waiting.length > 0 && rounds < 100; rounds++) rest();
  expect(rounds).toBeLessThan(10);
  unmount();

  const again = renderHook(() => useFound('', desk));
  expect(waiting).toHaveLength(1);
  rest();
  expect(waiting).toHaveLength(1);
  again.unmount();
  rest();
  expect(waiting).toHaveLength(0);
}, 30_000);
