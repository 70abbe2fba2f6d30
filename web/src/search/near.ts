import type { Reading } from '@clearml-conf/shared';
import { distanceOf } from './distance.ts';
import { hitsFor, index } from './hits.ts';

type Readings = ReadonlyMap<string, Reading>;

/**
 * Each word that nothing fits replaced by a known one that is much like it. Where these find nothing together either,
 * the longest of them, which says most; null if that finds nothing, or nobody typed more.
 */
export function nearWords(words: readonly string[], readings: Readings): string | null {
  const isFound = (asked: readonly string[]) => hitsFor(asked, readings).hits.length > 0;
  const known = words.map((word) => (isFound([word]) ? word : nearWord(word)));
  const near = known.filter((word) => word !== null);
  const longest = near.toSorted((one, other) => other.length - one.length)[0] ?? null;
  const offers = near.length === words.length ? [near, [longest]] : [[longest]];
  const typed = words.join();
  const found = offers
    .map((offer) => offer.filter((word) => word !== null))
    .find((offer) => offer.length > 0 && offer.join() !== typed && isFound(offer));
  return found?.join(' ') ?? null;
}

let vocabulary: ReadonlySet<string> | null = null;

/** The known word that is most like one that is found nowhere; null if none is. */
function nearWord(word: string): string | null {
  vocabulary ??= wordsOfIndex();
  const allowed = word.length < 5 ? 1 : 2;
  let best: { readonly word: string; readonly distance: number } | null = null;
  for (const known of vocabulary) {
    if (Math.abs(known.length - word.length) > allowed) continue;
    const distance = distanceOf(word, known);
    if (distance <= allowed && (best === null || distance < best.distance)) best = { word: known, distance };
  }
  return best?.word ?? null;
}

function wordsOfIndex(): ReadonlySet<string> {
  const texts = index.flatMap(({ path, title, keywords }) => [path, title, ...keywords]);
  return new Set(texts.flatMap((text) => text.split(/[^a-z0-9]+/)).filter((word) => word.length > 2));
}
