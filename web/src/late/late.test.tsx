// @vitest-environment happy-dom
import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { LatePart, late } from './late.tsx';

afterEach(() => vi.useRealTimers());

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
