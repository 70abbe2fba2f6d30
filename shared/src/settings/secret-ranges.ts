import { type Document, type Path, parse, type Range } from '../hocon/index.ts';
import { blockOfEach, blocksOf } from './blocks.ts';
import { hasSecretKeys } from './secret.ts';
import { addressSecrets } from './secret-addresses.ts';
import { assignedSecrets } from './secret-assignments.ts';
import { commentedSecrets } from './secret-comments.ts';
import { optionSecrets } from './secret-options.ts';
import { referredSecrets } from './secret-references.ts';
import { insideQuotes, secretLiterals } from './secret-values.ts';

/**
 * What to mask on screen, in order and without overlap. A secret is known by its setting or by its name; it is found in
 * definitions that no longer count, where a secret refers to, in comments, in `-e TOKEN=…`, behind `--token`, in
 * `//user:password@` and, line by line, where the text cannot be read.
 */
export function secretRanges(document: Document): readonly Range[] {
  const { text } = document;
  return joined([
    ...secretLiterals(document).map(insideQuotes),
    ...referredSecrets(document).map(insideQuotes),
    ...brokenSecrets(document),
    ...commentedSecrets(document),
    ...strayBlocks(document),
    ...assignedSecrets(text),
    ...addressSecrets(text),
    ...optionSecrets(text),
  ]);
}

/** What could not be read among keys that are all secret. */
function brokenSecrets(document: Document, base: Path = []): readonly Range[] {
  const errors = document.tokens.of('error');
  const blocks = blockOfEach(document, errors);
  return errors.filter((_, place) => hasSecretKeys([...base, ...(blocks[place]?.path ?? [])]));
}

const secretBlock = /environment["']?(?:[ \t]*[:=])?\s*\{/g;

/** The variables of an `environment` that does not stand where it should, as in a text whose beginning is broken. */
function strayBlocks(document: Document): readonly Range[] {
  const { text } = document;
  const found: Range[] = [];
  const known = new Set(
    blocksOf(document)
      .filter(({ path }) => hasSecretKeys(path))
      .map(({ from }) => from),
  );
  secretBlock.lastIndex = 0;
  for (let match = secretBlock.exec(text); match; match = secretBlock.exec(text)) {
    const from = secretBlock.lastIndex - 1;
    if (known.has(from)) continue;
    const block = parse(text.slice(from, endOfBlock(text, from)));
    const inside = [
      ...secretLiterals(block, ['environment']).map(insideQuotes),
      ...brokenSecrets(block, ['environment']),
    ];
    for (const range of inside) found.push({ from: from + range.from, to: from + range.to });
    secretBlock.lastIndex = from + block.text.length;
  }
  return found;
}

/** Behind the brace that closes the one at this place, as far as braces tell. */
function endOfBlock(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

function joined(ranges: readonly Range[]): readonly Range[] {
  const found = ranges.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from);
  const merged: Range[] = [];
  for (const { from, to } of found) {
    const last = merged.at(-1);
    if (last && from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else merged.push({ from, to });
  }
  return merged;
}
