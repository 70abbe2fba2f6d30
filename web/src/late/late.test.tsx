// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { type Late, LatePart, late, useArrived } from './late.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Greeting({ name }: { readonly name: string }) {
  return <p>Hello {name}</p>;
}

it('is shown once it is loaded', async () => {
  render(<LatePart part={late(async () => Greeting)} props={{ name: 'reader' }} />);
  expect(await screen.findByText('Hello reader')).toBeTruthy();
});

it('is there at once when it was loaded before', async () => {
  const part = late(async () => Greeting);
  await part.fetch();
  render(<LatePart part={part} props={{ name: 'early reader' }} />);
  expect(screen.getByText('Hello early reader')).toBeTruthy();
});

it('is a sentence while it cannot be loaded, and comes as soon as it can', async () => {
  vi.useFakeTimers();
  let isThere = false;
  const part = late(async () => {
    if (!isThere) throw new Error('gone');
    return Greeting;
  });
  render(<LatePart part={part} props={{ name: 'patient reader' }} />);
  await act(() => vi.advanceTimersByTimeAsync(10));
  expect(screen.getByRole('alert').textContent).toContain('could not be loaded');
  isThere = true;
  await act(() => vi.advanceTimersByTimeAsync(2100));
  expect(screen.getByText('Hello patient reader')).toBeTruthy();
});

function View({ part, isWanted }: { readonly part: Late<{ name: string }>; readonly isWanted: boolean }) {
  return useArrived(part, isWanted) ? <LatePart part={part} props={{ name: 'guest' }} /> : <p>What was there</p>;
}

it('takes the place of what was there only once it is loaded', async () => {
  let bring = () => {};
  const isBrought = new Promise<void>((resolve) => {
    bring = resolve;
  });
  const part = late(async () => {
    await isBrought;
    return Greeting;
  });
  const { rerender } = render(<View part={part} isWanted={false} />);
  rerender(<View part={part} isWanted />);
  expect(screen.getByText('What was there')).toBeTruthy();
  bring();
  expect(await screen.findByText('Hello guest')).toBeTruthy();
  expect(screen.queryByText('What was there')).toBeNull();
});

it('says so in the place of what was there when it cannot be loaded', async () => {
  const part = late<{ name: string }>(async () => {
    throw new Error('gone');
  });
  render(<View part={part} isWanted />);
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
});
