/** The value of an entry, not its name: that is what people come for. */
const control = '.row-control :is(input:not([type="radio"]:not(:checked), .table-name), select, textarea, button)';

/** The search box, where people can be as they can in a setting. */
export const searchId = 'search';

/** Goes into the control of a row. */
export function focusControl(row: Element | null): void {
  row?.querySelector<HTMLElement>(control)?.focus();
}
