export const conflictId = 'conflict';

/** Brings people to the choice that everything else waits for, or to why it waits. */
export function focusConflict(): void {
  const banner = document.querySelector<HTMLElement>(`#${conflictId}`);
  (banner?.querySelector('button') ?? banner)?.focus();
}
