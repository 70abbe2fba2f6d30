/**
 * Stands in for the comparing library that the form library brings along. Functions count as equal, as that library is
 * told to; what it compares holds itself nowhere.
 */
export function createCustomEqual() {
  return isEqual;
}

function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one === 'function' || typeof other === 'function') return typeof one === typeof other;
  if (!isHolder(one) || !isHolder(other) || Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  if (one instanceof Map || one instanceof Set) return false;
  const keys = keysOf(one);
  return (
    keys.length === keysOf(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key], other[key]))
  );
}

/** A drawn element knows in development who drew it, and so holds the whole page. */
function keysOf(holder: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = Object.keys(holder);
  return '$$typeof' in holder ? keys.filter((key) => !key.startsWith('_')) : keys;
}

function isHolder(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
