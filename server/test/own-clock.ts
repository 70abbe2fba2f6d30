import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished, vi } from 'vitest';

/** The time that has passed for the program under test, in milliseconds. */
export interface OwnClock {
  readonly passed: () => number;
}

const step = 10;

/**
 * Lets time pass for the program only as this process gets on: a machine that is held up for a second holds up its
 * patience too. `speed` is how many times as fast it passes where nothing but time is waited for. Until the test ends.
 */
export function ownClock(speed = 1): OwnClock {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let passed = 0;
  let isOver = false;
  const tick = async (): Promise<void> => {
    await pause(step);
    if (isOver) return;
    passed += step * speed;
    vi.advanceTimersByTime(step * speed);
    await tick();
  };
  const ticking = tick();
  onTestFinished(async () => {
    isOver = true;
    await ticking;
    vi.useRealTimers();
  });
  return { passed: () => passed };
}
