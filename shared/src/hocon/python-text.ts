import type { Period, Scalar } from './document.ts';

/**
 * How ClearML spells a value that becomes part of a longer text: as Python prints it. `spelling` is what stands in
 * the file; it tells a float from a whole number.
 */
export function pythonText(value: Scalar, spelling: string): string {
  if (value === null) return '';
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return value.toString();
    case 'number':
      return /[.eE]/.test(spelling) ? floatText(value) : String(value);
    default:
      return value.kind === 'period' ? periodText(value, spelling) : value.source;
  }
}

/** Python's shortest form: a point in whole floats, an exponent from 1e16 and below 1e-4, of two digits at least. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  const plain = String(value);
  return plain.includes('.') ? plain : `${plain}.0`;
}

const FIELDS = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/** Milliseconds are kept as one kind of object, all other units as another, and each prints in its own way. */
function periodText(period: Period, spelling: string): string {
  if (period.unit === 'months') return relative([years(period.amount), ['months', period.amount % 12]]);
  if (period.unit === 'years') return relative([['years', period.amount]]);
  if (/(?:ms|milli[a-z]*)$/.test(spelling)) return clockText(Math.round(period.amount * 1e6));
  let rest = Math.round(period.amount * 1e6);
  const fields: (readonly [string, number])[] = [];
  for (const [name, seconds] of FIELDS) {
    fields.push([name, Math.floor(rest / (seconds * 1e6))]);
    rest %= seconds * 1e6;
  }
  return relative([...fields, ['microseconds', rest]]);
}

function clockText(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1e6);
  const [days, rest, part] = [Math.floor(seconds / 86_400), seconds % 86_400, microseconds % 1e6];
  const two = (amount: number) => String(Math.floor(amount) % 60).padStart(2, '0');
  const lead = days === 0 ? '' : `${days} day${days === 1 ? '' : 's'}, `;
  const tail = part === 0 ? '' : `.${String(part).padStart(6, '0')}`;
  return `${lead}${Math.floor(rest / 3600)}:${two(rest / 60)}:${two(rest)}${tail}`;
}

function years(months: number): readonly [string, number] {
  return ['years', Math.floor(months / 12)];
}

function relative(fields: readonly (readonly [string, number])[]): string {
  const shown = fields.filter(([, amount]) => amount !== 0).map(([name, amount]) => `${name}=+${amount}`);
  return `relativedelta(${shown.join(', ')})`;
}
