import type { Document } from '../hocon/index.ts';
import { secretRanges } from './secret-ranges.ts';

const stand = 'hidden';

/**
 * The text with a word in the place of every secret, such that it reads as before but for these: for places where a
 * secret may not go. Lines keep their numbers.
 */
export function withoutSecrets(document: Document): string {
  const { text } = document;
  let [told, at] = ['', 0];
  for (const { from, to } of secretRanges(document)) {
    const lineEnds = text.slice(from, to).replace(/[^\r\n]/g, '');
    told += `${text.slice(at, from)}${stand}${lineEnds}`;
    at = to;
  }
  return told + text.slice(at);
}
