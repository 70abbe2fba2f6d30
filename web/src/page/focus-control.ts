const control = '.row-control :is(input:not([type="radio"]:not(:checked)), select, textarea, button)';

/** Goes into the control of a row. */
export function focusControl(row: Element | null): void {
  row?.querySelector<HTMLElement>(control)?.focus();
}
