// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useOffers } from './use-offers.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Offers() {
  const { offers, drop } = useOffers('a: 1\n');
  return offers.map((offer) => (
    <button key={offer.entry.page} type="button" onClick={() => drop(offer)}>
      {offer.draft.text}
    </button>
  ));
}

/** A program that is slow to remove what it is asked to. */
async function slowProgram(address: string, { method = 'GET' }: RequestInit): Promise<Response> {
  if (method === 'DELETE') return new Promise<Response>(() => {});
  if (address.endsWith('/draft')) return Response.json({ drafts: [{ page: 'left', time: '2026-01-01T00:00:00Z' }] });
  return Response.json({ text: 'a: 2\n', file: 'a: 1\n', revision: 'r0' });
}

it('does not offer again what was just dropped', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', slowProgram);
  render(<Offers />);
  await act(() => vi.advanceTimersByTimeAsync(100));
  act(() => void fireEvent.click(screen.getByRole('button')));
  expect(screen.queryByRole('button')).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(2000));
  expect(screen.queryByRole('button')).toBeNull();
});

it('offers what a page left behind that the browser took for open for a while', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', slowProgram);
  let held = [{ name: 'clearml-conf.page.left' }];
  vi.stubGlobal('navigator', { locks: { query: async () => ({ held }) } });
  render(<Offers />);
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(screen.queryByRole('button')).toBeNull();
  held = [];
  await act(() => vi.advanceTimersByTimeAsync(2000));
  expect(screen.getByRole('button').textContent).toBe('a: 2\n');
});
