// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { type Dispatch, useState } from 'react';
import { flushSync } from 'react-dom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePainted } from './use-painted.ts';

const frames: (() => void)[] = [];

/** Frames, and tasks behind them, come when the test says so. */
beforeEach(() => {
  frames.length = 0;
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => frames.push(act));
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => {
    frames[frame - 1] = () => {};
  });
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
});

function paint(): void {
  for (const act of frames.splice(0)) act();
}

let put: Dispatch<string> = () => {};

function Shown() {
  const [value, setValue] = useState('a');
  put = setValue;
  return <output>{`${value} ${usePainted(value)}`}</output>;
}

it('never stays behind, also where each frame comes with the next value', () => {
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
