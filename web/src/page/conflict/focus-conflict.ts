export const conflictId = 'conflict';

/** Brings people to the choice that everything else waits for. */
export function focusConflict(): void {
  document.querySelector<HTMLElement>(`#${conflictId} button`)?.focus();
}
