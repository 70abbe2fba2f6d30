import { useLayoutEffect } from 'react';

const name = 'found';
const texts = ':is(.row-title, .row-path, .row-help, .hit-why)';

/** Marks the words that were looked for wherever rows show them; in browsers that cannot, nothing is marked. */
export function useMarks(words: readonly string[], shown: unknown): void {
  const key = words.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` stands for the rows that are on the page
  useLayoutEffect(() => {
    if (typeof Highlight === 'undefined' || key === '') return;
    const ranges = [...document.querySelectorAll(`#settings .row ${texts}`)].flatMap((element) =>
      rangesIn(element, key.split(' ')),
    );
    CSS.highlights.set(name, new Highlight(...ranges));
    return () => void CSS.highlights.delete(name);
  }, [key, shown]);
}

/** Ranges that do not follow the page as it changes, which would slow down every change: with each they are made anew. */
function rangesIn(element: Element, words: readonly string[]): readonly StaticRange[] {
  const found: StaticRange[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').toLowerCase();
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        found.push(
          new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + word.length }),
        );
      }
    }
  }
  return found;
}
