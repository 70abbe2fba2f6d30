import { type ConfigValue, isList, isObject, maskedValue, type Path } from '@clearml-conf/shared';
import { visible } from '../diff/hidden-signs.ts';
import { mask } from '../diff/paint.ts';

const longest = 80;

interface Secrecy {
  readonly secret: boolean;
  /** A reference ties it to a secret. */
  readonly tied?: boolean;
}

/** The value at a path as people read it: text in quotes, lists and sections by what is in them, never a secret. */
export function valueInWords(path: Path, value: ConfigValue): string {
  const words = inWords(maskedValue(path, value, mask));
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}

/** Whether a secret is told by a mask alone. That it is empty is no secret, and lists and sections are masked part by part. */
export function isHidden(value: ConfigValue): boolean {
  return value !== '' && value !== null && !isList(value) && !isObject(value);
}

/** Whether a value is told by a mask alone: one that is tied to a secret is, whatever it holds. */
export function isHiddenIn({ secret, tied }: Secrecy, value: ConfigValue): boolean {
  return secret && (isHidden(value) || (tied === true && value !== '' && value !== null));
}

function inWords(value: ConfigValue): string {
  if (value === null) return 'null (nothing)';
  if (typeof value === 'string') return value === '' ? 'empty text' : `“${visible(value)}”`;
  if (typeof value !== 'object') return String(value);
  if (isObject(value))
    return `{ ${[...value].map(([name, held]) => `${visible(name)}: ${inWords(held)}`).join(', ')} }`;
  return isList(value) ? `[${value.map(inWords).join(', ')}]` : kindInWords(value);
}

type Kinded = Extract<ConfigValue, { readonly kind: string }>;

function kindInWords(value: Kinded): string {
  switch (value.kind) {
    case 'number':
      return value.source;
    case 'period':
      return `a time span of ${value.amount} ${value.unit}, not a text`;
    case 'opaque':
      return value.reason === 'unresolved'
        ? `${visible(value.source)}, which is not set in the file`
        : 'something that is no value';
  }
}
