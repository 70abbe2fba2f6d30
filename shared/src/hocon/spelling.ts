import type { ValueNode } from './document.ts';
import { isBareText, quotedSpelling, type Spelling } from './literal.ts';

/** How a value is spelled, to spell its successor alike. Several parts joined have no spelling worth keeping. */
export function spellingOf(text: string, value: ValueNode): Spelling {
  const [part, more] = value.parts;
  if (part?.kind !== 'literal' || more !== undefined) return quotedSpelling;
  const source = text.slice(part.from, part.to);
  if (part.style === 'triple') return { quoting: 'triple', point: false };
  if (part.style === 'bare' && isBareText(source)) return { quoting: 'bare', point: false };
  return { quoting: 'quoted', point: part.style === 'number' && source.includes('.') };
}
