import type { Setting } from '@clearml-conf/shared';
import { memo, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { LatePart, late } from '../late/late.tsx';
import { row } from '../words/settings.ts';
import { RowWhy } from './why-found.tsx';

const notePart = late(async () => (await import('./row-note.tsx')).RowNote);

/** How much of the help is in sight: all of it, whole sentences, or a part of the first one. */
type Sight = 'all' | 'sentences' | 'part';

/** The help of a setting in two lines of whole sentences, and a way to read on where there is more. */
export const RowHelp = memo(function RowHelp({ setting }: { readonly setting: Setting }) {
  const text = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [sight, setSight] = useState<Sight>('all');
  useLayoutEffect(() => (text.current ? watch(text.current, setSight) : undefined), []);
  // The built page knows no more of it than this until the notes are loaded.
  const hasNote = setting['x-note'] !== undefined;
  const more = (sight !== 'all' || hasNote) && (
    <button
      type="button"
      className="row-more"
      aria-expanded={isOpen}
      aria-label={`${isOpen ? row.less : row.more}: ${setting.title}`}
      onClick={() => setOpen(!isOpen)}
    >
      {isOpen ? row.less : row.more}
    </button>
  );
  return (
    <div className="row-help" data-open={isOpen || undefined} data-sight={sight} ref={text}>
      {sight === 'part' && more}
      <RowWhy />
      <span id={`${setting.path}-help`}>
        {sentencesOf(setting.description).map((sentence) => (
          <span key={sentence} className="sentence">
            {sentence}{' '}
          </span>
        ))}
        {hasNote && <LatePart part={notePart} props={{ path: setting.path }} isQuiet />}
      </span>
      {sight !== 'part' && more}
    </div>
  );
});

/** A sentence ends before a blank and a capital or a digit: what is abbreviated goes on in small letters. */
function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?]) (?=[A-Z\d])/);
}

const watching = new Map<Element, (sight: Sight) => void>();
let observer: ResizeObserver | null = null;
/** Rows that were drawn just now, to be measured together before they are painted. */
const drawn: Element[] = [];
/** Those of them that the observer is about to tell of for the first time. */
const measuredOnce = new Set<Element>();

/** One observer for all rows: measuring each by itself would lay the page out again and again. */
function watch(text: Element, tell: (sight: Sight) => void): () => void {
  observer ??= new ResizeObserver((entries) =>
    measure(entries.map(({ target }) => target).filter((target) => !measuredOnce.delete(target))),
  );
  watching.set(text, tell);
  observer.observe(text);
  if (drawn.push(text) === 1) queueMicrotask(measureDrawn);
  return () => {
    watching.delete(text);
    measuredOnce.delete(text);
    observer?.unobserve(text);
  };
}

/** Before the frame is painted, and before it is laid out for anybody else: nothing moves under whoever reads. */
function measureDrawn(): void {
  const texts = drawn.splice(0).filter((text) => watching.has(text));
  measure(texts);
  // What is not shown is no news for the observer until it is.
  for (const text of texts) if (text.clientWidth > 0) measuredOnce.add(text);
}

function measure(all: readonly Element[]): void {
  const texts = all.filter((text) => !text.hasAttribute('data-open'));
  for (const one of texts) for (const sentence of sentencesIn(one)) sentence.removeAttribute('data-cut');
  const found = texts.map(measured);
  for (const sentence of found.flatMap(({ cut }) => cut)) sentence.setAttribute('data-cut', '');
  // Drawn at once, not in the next frame.
  flushSync(() => {
    for (const { one, sight } of found) watching.get(one)?.(sight);
  });
}

interface Measured {
  readonly one: Element;
  readonly sight: Sight;
  /** The sentences that would not stand there whole. The first stays, broken off: a row without help says nothing. */
  readonly cut: readonly Element[];
}

/** What the way to read on takes of the last line. */
const moreWidth = 48;

function measured(one: Element): Measured {
  if (one.scrollHeight <= one.clientHeight + 1) return { one, sight: 'all', cut: [] };
  const sentences = sentencesIn(one);
  const { bottom, right } = one.getBoundingClientRect();
  const first = sentences.findIndex((sentence) => {
    const end = [...sentence.getClientRects()].at(-1);
    if (!end || end.bottom < bottom - end.height / 2) return false;
    return end.top > bottom - end.height / 2 || end.right > right - moreWidth;
  });
  if (first < 0) return { one, sight: 'sentences', cut: [] };
  return { one, sight: first === 0 ? 'part' : 'sentences', cut: sentences.slice(Math.max(first, 1)) };
}

function sentencesIn(text: Element): readonly Element[] {
  return [...text.querySelectorAll('.sentence')];
}
