import type { Setting } from '@clearml-conf/shared';

/** What a typed amount amounts to, for people: `5400` seconds are "1 h 30 min". Null where it says so itself. */
export function echoOf(
  setting: Pick<Setting, 'format' | 'x-unit'> & Partial<Pick<Setting, 'type'>>,
  text: string,
): string | null {
  if (setting.format === 'size') return echoOfSize(text);
  if (setting.format === 'octal') return echoOfMode(text);
  const amount = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(amount) || amount < 0) return null;
  switch (setting['x-unit']) {
    case 'seconds':
      return amount < 60 ? null : echoOfSeconds(amount);
    case 'hours':
      return amount < 24 && Number.isInteger(amount) ? null : echoOfSeconds(amount * 3600);
    case 'bytes':
      return echoOfBytes(amount);
    case 'percent':
      return isShare(setting) ? echoOfShare(amount) : null;
    default:
      return null;
  }
}

/** Whether it takes `5%` as well as a number, which below one is a share of one. */
export function isShare({ 'x-unit': unit, type = [] }: Partial<Pick<Setting, 'x-unit' | 'type'>>): boolean {
  return unit === 'percent' && [type].flat().includes('string');
}

function echoOfShare(amount: number): string | null {
  if (amount === 0) return null;
  return `${Math.round((amount < 1 ? amount * 100 : amount) * 1000) / 1000} %`;
}

const spans = [
  { word: 'days', one: 'day', seconds: 86_400 },
  { word: 'h', one: 'h', seconds: 3600 },
  { word: 'min', one: 'min', seconds: 60 },
  { word: 's', one: 's', seconds: 1 },
] as const;

function echoOfSeconds(amount: number): string {
  let rest = Math.round(amount * 1000) / 1000;
  const parts: string[] = [];
  for (const { word, one, seconds } of spans) {
    const count = seconds === 1 ? Math.round(rest * 1000) / 1000 : Math.floor(rest / seconds);
    rest -= count * seconds;
    if (count > 0) parts.push(`${count} ${count === 1 ? one : word}`);
  }
  return parts.join(' ') || '0 s';
}

const steps = ['k', 'M', 'G', 'T', 'P'] as const;

function echoOfBytes(amount: number): string | null {
  if (amount < 1000) return null;
  const [binary, decimal] = [scaled(amount, 1024), scaled(amount, 1000)];
  // Whole steps of 1024 are what people meant by it.
  return Number.isInteger(binary.count) && binary.step > 0
    ? `${binary.count} ${steps[binary.step - 1]?.toUpperCase()}iB`
    : `${Math.round(decimal.count * 100) / 100} ${steps[decimal.step - 1]}B`;
}

function scaled(amount: number, base: number): { readonly count: number; readonly step: number } {
  let [count, step] = [amount, 0];
  while (count >= base && step < steps.length) [count, step] = [count / base, step + 1];
  return { count, step };
}

const words = ['kilo', 'mega', 'giga', 'tera', 'peta'];
const binaryWords = ['kibi', 'mebi', 'gibi', 'tebi', 'pebi'];
const sized =
  /^ *(?<count>\d+(?:\.\d+)?) *(?:(?<letter>[kmgtp]?)(?<binary>i?)b|(?<word>(?:kilo|mega|giga|tera|peta|(?:ki|me|gi|te|pe)bi)?)bytes?)? *$/i;

/** `10GB` are 10,000,000,000 bytes to ClearML, `10GiB` are more; a plain number is bytes. */
function echoOfSize(text: string): string | null {
  const found = sized.exec(text)?.groups;
  if (!found) return null;
  const { count = '', letter = '', binary = '', word = '' } = found;
  const [power, isBinary] = [powerOf(letter || word), binary !== '' || binaryWords.includes(word.toLowerCase())];
  if (power === null) return null;
  if (power === 0) return echoOfBytes(Number(count));
  const bytes = Math.floor(Number(count) * (isBinary ? 1024 : 1000) ** power);
  return Number.isSafeInteger(bytes) ? `${bytes.toLocaleString('en')} B` : null;
}

function powerOf(name: string): number | null {
  const known = name.toLowerCase();
  if (known === '') return 0;
  const power = Math.max(
    'kmgtp'.indexOf(known.length === 1 ? known : '-'),
    words.indexOf(known),
    binaryWords.indexOf(known),
  );
  return power < 0 ? null : power + 1;
}

/** `600`, as a listing of files shows it. */
function echoOfMode(text: string): string | null {
  const digits = /^(?:0o)?(?<digits>[0-7]{3})$/.exec(text.trim())?.groups?.['digits'];
  if (digits === undefined) return null;
  const rights = [...digits].map((digit) => [...'rwx'].map((right, at) => (Number(digit) & (4 >> at) ? right : '-')));
  return rights.flat().join('');
}
