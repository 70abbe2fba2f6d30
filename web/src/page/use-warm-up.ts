import { useEffect } from 'react';
import { derive } from '../draft/derived.ts';
import { draftOf, withEdits } from '../draft/draft.ts';

const soon = 300;

const again = 1000;

/** Loads a part of the page, and tries again while the program is away: the page itself says that it is. */
async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, again));
    }
  }
}

/** The page that shows what will be written. */
export const loadReview = () => patiently(async () => ({ default: (await import('./review-page.tsx')).ReviewPage }));

/** Works out a change that nobody made, once the page is there and idle, so that the first key is as quick as the next. */
export function useWarmUp(text: string): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      void loadReview();
      derive(text, withEdits(draftOf(text), [{ op: 'set', path: ['api', 'api_server'], value: 'http://localhost' }]));
    }, soon);
    return () => clearTimeout(timer);
  }, [text]);
}
