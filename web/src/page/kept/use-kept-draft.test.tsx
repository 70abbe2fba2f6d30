// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Unfinished } from '../../form/unfinished.ts';
import { heldText } from '../../form/value.ts';
import { useKeptDraft } from './use-kept-draft.ts';

const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async (address: string, { method }: RequestInit) => {
    written.push(`${method} ${address}`);
    return new Response(null, { status: 204 });
  });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Typed({ text, unfinished = null }: { readonly text: string; readonly unfinished?: Unfinished | null }) {
  useKeptDraft({ text: 'a: 1\n', revision: 'r0' }, text, unfinished, 'up');
  return null;
}

const aWhile = () => act(() => vi.advanceTimersByTimeAsync(1000));

it('keeps what is typed', async () => {
  render(<Typed text={'a: 2\n'} />);
  await aWhile();
  expect(written).toEqual([expect.stringMatching(/^PUT .*\/draft\//)]);
});

it('keeps what is no value yet, although the text is that of the file', async () => {
  const begun = (typed: string): Unfinished => ({ refused: [], held: [['a', heldText(typed, undefined)]] });
  const { rerender } = render(<Typed text={'a: 1\n'} unfinished={begun('1')} />);
  await aWhile();
  rerender(<Typed text={'a: 1\n'} unfinished={begun('1x')} />);
  await aWhile();
  rerender(<Typed text={'a: 1\n'} unfinished={begun('1x')} />);
  await aWhile();
  rerender(<Typed text={'a: 1\n'} />);
  await aWhile();
  expect(written.map((call) => call.split(' ')[0])).toEqual(['PUT', 'PUT', 'DELETE']);
});

it('keeps nothing more once the editor is closed, such as after Quit', async () => {
  const { unmount } = render(<Typed text={'a: 3\n'} />);
  unmount();
  await aWhile();
  expect(written).toEqual([]);
});
