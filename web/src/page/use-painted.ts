import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * The value that all else is worked out from: a new one, as with a key that is typed, only once it is on screen itself.
 * Unlike a deferred value it never holds up the frame in which the letter appears.
 */
export function usePainted<T>(value: T): T {
  const [painted, setPainted] = useState(value);
  const latest = useRef(value);
  latest.current = value;
  const isBehind = value !== painted;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next value may come with the one that is painted, and waits for its own frame
  useLayoutEffect(() => {
    if (isBehind) return afterPaint(() => flushSync(() => setPainted(latest.current)));
  }, [isBehind, painted]);
  return painted;
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
