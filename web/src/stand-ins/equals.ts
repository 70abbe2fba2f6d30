/**
 * In place of fast-equals, of which the form library makes one function: lists and plain objects are equal by what they
 * hold, functions always, and all else only if it is the same.
 */
export function createCustomEqual(): (one: unknown, other: unknown) => boolean {
  return (one, other) => isEqual(one, other, new Map());
}

type Holder = Readonly<Record<string, unknown>>;

/** `met` are the pairs that are being compared: what holds itself is equal as far as that goes. */
function isEqual(one: unknown, other: unknown, met: Map<unknown, unknown>): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one === 'function') return typeof other === 'function';
  if (!isHolder(one) || !isHolder(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  if (met.get(one) === other) return true;
  met.set(one, other);
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isEqual(one[name], other[name], met))
  );
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || kind === Object.prototype || kind === null;
}
