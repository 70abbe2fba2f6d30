import type { Setting } from '@clearml-conf/shared';
import { memo, useEffect, useRef, useState } from 'react';
import { row } from '../words/settings.ts';

/** The help of a setting in two lines, and a way to read on where there is more. */
export const RowHelp = memo(function RowHelp({ setting }: { readonly setting: Setting }) {
  const text = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isCut, setCut] = useState(false);
  useEffect(() => (text.current ? watch(text.current, setCut) : undefined), []);
  const hasMore = isCut || setting['x-note'] !== undefined;
  return (
    <div className="row-help" data-open={isOpen || undefined} data-more={hasMore || undefined} ref={text}>
      {hasMore && (
        <button
          type="button"
          className="row-more"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? row.less : row.more}: ${setting.title}`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? row.less : row.more}
        </button>
      )}
      <span id={`${setting.path}-help`}>
        {setting.description} {setting['x-note'] && <span className="row-aside">{setting['x-note']}</span>}
      </span>
    </div>
  );
});

const watching = new Map<Element, (isCut: boolean) => void>();
let observer: ResizeObserver | null = null;

/** One observer for all rows: measuring each by itself would lay the page out again and again. */
function watch(text: Element, tell: (isCut: boolean) => void): () => void {
  observer ??= new ResizeObserver((entries) => {
    const cut = entries.map(({ target }) => [target, target.scrollHeight > target.clientHeight + 1] as const);
    for (const [target, isCut] of cut) if (!target.hasAttribute('data-open')) watching.get(target)?.(isCut);
  });
  watching.set(text, tell);
  observer.observe(text);
  return () => {
    watching.delete(text);
    observer?.unobserve(text);
  };
}
