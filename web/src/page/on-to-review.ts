import { doneHash } from '../route/route.ts';

/**
 * Moves the address to the page that comes after the save, and only then does what opens the review: whoever changes the
 * address during a review leaves it.
 */
export function onToReview(open: () => void): void {
  if (location.hash === doneHash) open();
  else {
    window.addEventListener('hashchange', open, { once: true });
    location.hash = doneHash;
  }
}
