// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { type Dispatch, useState } from 'react';
import { flushSync } from 'react-dom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePainted } from './use-painted.ts';

const frames = new Map<number, () => void>();
let count = 0;
/** What the clock goes on by whenever it is looked at. */
let took = 0;
let now = 0;

/** Frames, and tasks behind them, come when the test says so. */
beforeEach(() => {
  frames.clear();
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += took;
    return now;
  });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => {
    count += 1;
    frames.set(count, act);
    return count;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
  vi.stubGlobal(
    'MessageChannel',
    class {
      readonly port1: { onmessage: (() => void) | null } = { onmessage: null };
      readonly port2 = { postMessage: () => this.port1.onmessage?.() };
    },
  );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function paint(): void {
  const due = [...frames.values()];
  frames.clear();
  for (const act of due) act();
}

let put: Dispatch<string> = () => {};

function Shown() {
  const [value, setValue] = useState('a');
  put = setValue;
  return <output>{`${value} ${usePainted(value)}`}</output>;
}

it('never stays behind, also where each frame comes with the next value', () => {
  took = 20;
  const { container } = render(<Shown />);
  expect(container.textContent).toBe('a a');
  flushSync(() => put('ab'));
  expect(container.textContent).toBe('ab a');
  // Typing in the text view is not drawn at once, but together with what comes of the frame.
  put('abc');
  paint();
  expect(container.textContent).toBe('abc ab');
  put('abcd');
  vi.advanceTimersByTime(1000);
  paint();
  expect(container.textContent).toBe('abcd abcd');
});

it('comes with the value itself as long as that lately took little time', () => {
  const { container } = render(<Shown />);
  const type = (text: string) => {
    flushSync(() => put(text));
    return container.textContent;
  };
  took = 0;
  expect(type('ab')).toBe('ab a');
  paint();
  expect(container.textContent).toBe('ab ab');
  expect(type('abc')).toBe('abc abc');
  took = 20;
  expect(type('abcd')).toBe('abcd abcd');
  expect(type('abcde')).toBe('abcde abcd');
  took = 0;
  paint();
  expect(container.textContent).toBe('abcde abcde');
  expect(type('abcdef')).toBe('abcdef abcde');
  for (const text of ['abcdefg', 'abcdef', 'abcde', 'abcd', 'abc']) {
    type(text);
    paint();
  }
  expect(type('ab')).toBe('ab ab');
});
