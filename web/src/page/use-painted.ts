import { useLayoutEffect, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * The value that all else is worked out from. While it is quickly done, a new one is drawn with all that comes of it;
 * else, as with a key that is typed, first by itself and then, once that is on screen, with the rest. Unlike a deferred
 * value it never holds up the frame in which the letter appears.
 */
export function usePainted<T>(value: T): T {
  const [painting] = useState(() => new Painting(value));
  const latest = useRef(value);
  latest.current = value;
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  if (painting.isQuick) painting.begin(value);
  const painted = painting.value;
  const isBehind = value !== painted;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is painted has been drawn by now
  useLayoutEffect(() => painting.end(), [painting, painted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next value may come with the one that is painted, and waits for its own frame
  useLayoutEffect(() => {
    if (!isBehind) return;
    return afterPaint(() => {
      painting.begin(latest.current);
      flushSync(drawAgain);
    });
  }, [isBehind, painted]);
  return painted;
}

/** In milliseconds. A key is on its way for some more before, and is painted after; all that together is one frame. */
const quick = 9;

/** What is being drawn, and how long it took of late. */
class Painting<T> {
  value: T;
  private began: number | null = null;
  private took = Number.POSITIVE_INFINITY;

  constructor(value: T) {
    this.value = value;
  }

  get isQuick(): boolean {
    return this.took <= quick;
  }

  begin(value: T): void {
    if (value === this.value) return;
    this.value = value;
    this.began = performance.now();
  }

  end(): void {
    if (this.began === null) return;
    const took = performance.now() - this.began;
    this.took = Number.isFinite(this.took) ? (this.took + took) / 2 : took;
    this.began = null;
  }
}

/** A page that is not seen is not painted; what is behind it goes on all the same. */
const longestWait = 200;

/** Does something in the first task after the next frame. The answer calls it off. */
function afterPaint(act: () => void): () => void {
  const channel = new MessageChannel();
  channel.port1.onmessage = act;
  const go = () => channel.port2.postMessage(null);
  const frame = requestAnimationFrame(go);
  const timer = setTimeout(go, longestWait);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    channel.port1.onmessage = null;
  };
}
