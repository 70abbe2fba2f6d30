import type { EnvironmentParse } from '../../catalog/index.ts';
import { type ConfigValue, lookup, type Path, parse, type Resolved, resolve } from '../../hocon/index.ts';
import type { Program } from './layers.ts';
import { shellWords } from './shell-words.ts';

export type VariableParse = EnvironmentParse | 'text' | 'hocon';

const yes: ReadonlySet<string> = new Set(['y', 'yes', 't', 'true', 'on', '1']);
const no: ReadonlySet<string> = new Set(['n', 'no', 'f', 'false', 'off', '0']);

/** The value that a program makes of a variable's text; undefined if it cannot read it. The text is not empty. */
export function valueOfText(text: string, kind: EnvironmentParse | 'text', program: Program): ConfigValue | undefined {
  const trimmed = text.trim();
  switch (kind) {
    case 'text':
      return trimmed;
    case 'presence':
      return true;
    case 'boolean':
      return booleanOf(trimmed);
    case 'boolean-or-path':
      return booleanOf(trimmed) ?? (program === 'sdk' ? trimmed : undefined);
    case 'commas':
      return partsOf(trimmed);
    case 'integers':
      return partsOf(trimmed).filter(isInteger).map(Number);
    case 'level':
      return isInteger(trimmed) ? Number(trimmed) : trimmed;
    case 'shell-words':
      return shellWords(trimmed) ?? undefined;
  }
}

/**
 * What a variable of the agent's general form says about a setting: the agent reads `place: text` as HOCON, and the
 * setting may lie at, above or below that place. `unreadable` if it cannot be read, undefined if it says nothing.
 */
export function valueOfHocon(text: string, place: Path, setting: Path): Resolved | 'unreadable' | undefined {
  const { root, problems } = resolve(parse(`${place.join('.')}: ${text}`));
  if (problems.some(({ severity }) => severity === 'error')) return 'unreadable';
  return lookup(root, setting);
}

function booleanOf(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

function partsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isInteger(text: string): boolean {
  return /^[+-]?\d+$/.test(text);
}
