import { distanceOf } from './distance.ts';
import type { IndexEntry } from './search-index.ts';

let vocabulary: ReadonlySet<string> | null = null;

/** The known word that is most like one that is found nowhere; null if none is. */
export function nearWord(word: string, index: readonly IndexEntry[]): string | null {
  vocabulary ??= wordsOf(index);
  const allowed = word.length < 5 ? 1 : 2;
  let best: { readonly word: string; readonly distance: number } | null = null;
  for (const known of vocabulary) {
    if (Math.abs(known.length - word.length) > allowed) continue;
    const distance = distanceOf(word, known);
    if (distance <= allowed && (best === null || distance < best.distance)) best = { word: known, distance };
  }
  return best?.word ?? null;
}

function wordsOf(index: readonly IndexEntry[]): ReadonlySet<string> {
  const texts = index.flatMap(({ path, title, keywords }) => [path, title, ...keywords]);
  return new Set(texts.flatMap((text) => text.split(/[^a-z0-9]+/)).filter((word) => word.length > 2));
}
