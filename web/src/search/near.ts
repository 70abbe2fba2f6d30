import type { Entry } from './entry.ts';

let vocabulary: ReadonlySet<string> | null = null;

/** The known word that is most like one that is found nowhere; null if none is. */
export function nearWord(word: string, index: readonly Entry[]): string | null {
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

function wordsOf(index: readonly Entry[]): ReadonlySet<string> {
  const texts = index.flatMap(({ path, title, keywords }) => [path, title, ...keywords]);
  return new Set(texts.flatMap((text) => text.split(/[^a-z0-9]+/)).filter((word) => word.length > 2));
}

/** How many letters differ, two that changed places counting as one. */
function distanceOf(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let at = 1; at <= other.length; at++) {
      const differs = one[row - 1] === other[at - 1] ? 0 : 1;
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      const plain = Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + differs);
      now.push(swapped ? Math.min(plain, (before[at - 2] ?? 0) + 1) : plain);
    }
    before = last;
    last = now;
  }
  return last[other.length] ?? 0;
}
