// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useLater } from './use-later.ts';

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Shown({ value }: { readonly value: string }) {
  return <output>{`${value} ${useLater(value)}`}</output>;
}

it('comes once a frame with all else is on screen, and then with the latest value', () => {
  const { container, rerender } = render(<Shown value="a" />);
  expect(container.textContent).toBe('a a');
  rerender(<Shown value="ab" />);
  rerender(<Shown value="abc" />);
  expect(container.textContent).toBe('abc a');
  act(() => vi.advanceTimersByTime(100));
  expect(container.textContent).toBe('abc abc');
});

it('goes with the part of the page that it is for', () => {
  const { rerender, unmount } = render(<Shown value="a" />);
  rerender(<Shown value="ab" />);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
