import { useEffect } from 'react';
import { derive } from '../draft/derived.ts';
import { draftOf, withEdits } from '../draft/draft.ts';

const soon = 300;
/** After so many times a browser has made quick what it had only read before. */
const rounds = 10;

/** Works out changes that nobody made, while the page is there and idle, so that the first key is as quick as the next. */
export function useWarmUp(text: string): void {
  useEffect(() => {
    let isWanted = true;
    const warm = (round: number) => {
      if (!isWanted) return;
      const value = `http://localhost:${round}`;
      derive(text, withEdits(draftOf(text), [{ op: 'set', path: ['api', 'api_server'], value }]));
      if (round < rounds) whenIdle(() => warm(round + 1));
    };
    const timer = setTimeout(() => warm(1), soon);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text]);
}

function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(act);
  else setTimeout(act, soon);
}
