import type { KeyboardEvent } from 'react';
import { Icon } from '../../icon/icon.tsx';
import { type Filter, filters, queryOf, toggled, within } from '../../search/query.ts';
import { filterNames, search } from '../../words/search.ts';

interface Props {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** How many each would leave. */
  readonly counts: Readonly<Record<Filter, number>>;
}

/** What the list can be narrowed to, one press each. */
export function FilterChips({ text, setText, counts }: Props) {
  const query = queryOf(text);
  const { section } = query;
  return (
    <fieldset className="chips" onKeyDown={walk}>
      <legend className="hidden">{search.filters}</legend>
      {section !== null && (
        <button type="button" className="chip" aria-pressed="true" onClick={() => setText(within(text, null))}>
          {search.within(section)} <Icon name="cross" />
        </button>
      )}
      {filters.map((filter) => (
        <button
          key={filter}
          // The first press puts another list, with chips of its own, in the place of the page.
          id={`chip-${filter}`}
          type="button"
          className="chip"
          title={`@${filter}`}
          data-none={counts[filter] === 0 || undefined}
          aria-pressed={query.filters.includes(filter)}
          onClick={() => setText(toggled(text, filter))}
        >
          {filterNames[filter]}
          {counts[filter] > 0 && <span className="chip-count">{counts[filter]}</span>}
        </button>
      ))}
    </fieldset>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Arrows go from chip to chip. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const chips = [...event.currentTarget.querySelectorAll<HTMLElement>('.chip')];
  const at = event.target instanceof HTMLElement ? chips.indexOf(event.target) : -1;
  const next = chips[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

/** Goes to what the list can be narrowed to, where that is in sight. */
export function focusChips(): void {
  document.querySelector<HTMLElement>('.chips .chip')?.focus();
}
