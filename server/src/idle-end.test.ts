import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endWhenIdle, idleLimit } from './idle-end.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the program ends after twelve hours in which nobody asked for anything', () => {
  const end = vi.fn();
  endWhenIdle(idleLimit, end);
  vi.advanceTimersByTime(12 * 60 * 60 * 1000 - 1);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(end).toHaveBeenCalledOnce();
});

test('each request counts anew', () => {
  const end = vi.fn();
  const seen = endWhenIdle(1000, end);
  vi.advanceTimersByTime(900);
  seen();
  vi.advanceTimersByTime(900);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(end).toHaveBeenCalledOnce();
});
