/** An element on the way down to what has focus, and the place at which the way goes on in it. */
interface Step {
  readonly inside: Element;
  readonly at: number;
}

interface Focus {
  readonly element: Element;
  /** From the element upwards. */
  readonly way: readonly Step[];
}

const reachable =
  ':is(a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"])';

let focus: Focus | null = null;
let isWatching = false;

/**
 * Keeps focus on the page whatever goes away under it. Where a part knows better where people go on, it says so itself;
 * all others leave it to this: what has the same id now, what took the place, or what holds it.
 */
export function watchFocus(): void {
  if (isWatching) return;
  isWatching = true;
  // Also before each act: what stands beside it may have changed since it got focus.
  for (const type of ['focusin', 'keydown', 'click']) document.addEventListener(type, note, true);
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
}

function note(): void {
  const { activeElement } = document;
  if (activeElement && activeElement !== document.body) focus = { element: activeElement, way: wayTo(activeElement) };
}

function wayTo(element: Element): readonly Step[] {
  const way: Step[] = [];
  for (let child = element; child.parentElement && child !== document.body; child = child.parentElement) {
    way.push({ inside: child.parentElement, at: [...child.parentElement.children].indexOf(child) });
  }
  return way;
}

function look(): void {
  if (isLost()) requestAnimationFrame(mend);
}

/** A button that was switched off has focus for a moment longer, and takes no key. */
function isLost(): boolean {
  const { activeElement, body } = document;
  if (!focus || (activeElement !== body && activeElement !== focus.element)) return false;
  return !focus.element.isConnected || focus.element.matches(':disabled');
}

function mend(): void {
  if (!focus || !isLost()) return;
  const { element, way } = focus;
  focus = null;
  const same = element.id === '' ? null : document.getElementById(element.id);
  (same ?? nearest(way))?.focus({ preventScroll: true });
}

function nearest(way: readonly Step[]): HTMLElement | undefined {
  for (const step of way) {
    const found = step.inside.isConnected ? nearIn(step) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** What can have focus at this place or behind it, else before it; in what can have it itself, only what took the place. */
function nearIn({ inside, at }: Step): HTMLElement | undefined {
  const all = [...inside.querySelectorAll<HTMLElement>(reachable)].filter((one) => one.checkVisibility());
  const here = inside.children[at];
  if (inside instanceof HTMLElement && inside.matches('[tabindex]')) {
    return all.find((one) => here?.contains(one)) ?? inside;
  }
  const isBehind = (one: Element) => here?.contains(one) || isAfter(one, here);
  return all.find(isBehind) ?? all.at(-1);
}

function isAfter(one: Element, here: Element | undefined): boolean {
  return here !== undefined && (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
