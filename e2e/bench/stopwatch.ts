import type { Page } from '@playwright/test';

/** The times of one kind of thing, in milliseconds. */
export type Times = readonly number[];

/** What a key press leads to: its own letter on screen, and a change under the selector painted. */
export interface KeyTimes {
  readonly echo: Times;
  readonly effect: Times;
}

interface Stopwatch {
  readonly echo: number[];
  readonly effect: number[];
}

declare global {
  interface Window {
    stopwatch: Stopwatch;
    usable: number;
  }
}

/** Presses keys with a pause after each, and times from each press to the frame that shows what it did. */
export async function timeKeys(page: Page, keys: readonly string[], watched: string): Promise<KeyTimes> {
  await page.evaluate(startWatching, watched);
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(250);
  }
  return page.evaluate(() => window.stopwatch);
}

/** Runs in the page. A frame is painted when the first task after it runs. */
function startWatching(watched: string): void {
  const times: Stopwatch = { echo: [], effect: [] };
  window.stopwatch = times;
  let pressed: number | null = null;
  const whenPainted = (then: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(null);
    });
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed = timeStamp;
      whenPainted(() => times.echo.push(performance.now() - timeStamp));
    },
    true,
  );
  new MutationObserver((records) => {
    if (pressed === null || !records.some(isWatched)) return;
    const start = pressed;
    pressed = null;
    whenPainted(() => times.effect.push(performance.now() - start));
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });

  function isWatched({ target }: MutationRecord): boolean {
    return (target instanceof Element ? target : target.parentElement)?.closest(watched) != null;
  }
}

/** Runs in the page, before it: notes when the first box that can be typed in is painted, and not only that it loads. */
export function watchUsable(): void {
  window.usable = 0;
  const look = new MutationObserver(() => {
    if (!document.querySelector('#settings .row input')) return;
    look.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        window.usable = performance.now();
      };
      channel.port2.postMessage(null);
    });
  });
  look.observe(document, { subtree: true, childList: true });
}

export function median(times: Times): number {
  return quantile(times, 0.5);
}

export function quantile(times: Times, share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
