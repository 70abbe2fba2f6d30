import { useEffect } from 'react';
import { derive } from '../draft/derived.ts';
import { draftOf, withEdits } from '../draft/draft.ts';
import { whenIdle } from '../late/when-idle.ts';

const soon = 300;
/** After so many times, or milliseconds, a browser has made quick what it had only read before. */
const rounds = 10;
const longest = 400;

/** Works out changes that nobody made, while the page is there and idle, so that the first key is as quick as the next. */
export function useWarmUp(text: string): void {
  useEffect(() => {
    let isWanted = true;
    const warm = (round: number, spent: number) => {
      if (!isWanted || round > rounds || spent > longest) return;
      const start = performance.now();
      const value = `http://localhost:${round}`;
      derive(text, withEdits(draftOf(text), [{ op: 'set', path: ['api', 'api_server'], value }]));
      const took = performance.now() - start;
      whenIdle(() => warm(round + 1, spent + took));
    };
    const timer = setTimeout(() => warm(1, 0), soon);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text]);
}
