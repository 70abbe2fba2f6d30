import { useEffect } from 'react';
import { derive } from '../draft/derived.ts';
import { draftOf, withEdits } from '../draft/draft.ts';

const soon = 300;

/** Works out a change that nobody made, once the page is there and idle, so that the first key is as quick as the next. */
export function useWarmUp(text: string): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      derive(text, withEdits(draftOf(text), [{ op: 'set', path: ['api', 'api_server'], value: 'http://localhost' }]));
    }, soon);
    return () => clearTimeout(timer);
  }, [text]);
}
