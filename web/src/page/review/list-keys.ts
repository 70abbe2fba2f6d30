import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The keys of a list of changes: arrows go from one to the next, Delete presses the button that takes it back. */
export function pressInList(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  const here = target.closest('.change');
  const step = steps[key];
  if (step !== undefined && (here || target.matches('h1'))) {
    const changes = [...currentTarget.querySelectorAll('.change')];
    const next = changes[here ? changes.indexOf(here) + step : 0];
    if (!next) return;
    event.preventDefault();
    next.querySelector<HTMLElement>('a, button')?.focus();
  } else if (key === 'Delete' && here) {
    event.preventDefault();
    here.querySelector<HTMLElement>('.change-drop')?.click();
  }
}
