import type { Effect } from './effect.ts';
import type { Program } from './layers.ts';
import type { Provenance, VariableReading } from './provenance.ts';
import type { Use } from './weigh.ts';

/** A place in a file; `name` is null for the document itself. What an include brings has no line. */
export interface FilePlace {
  readonly name: string | null;
  readonly line?: number;
}

/** A variable that is set and does not decide, and why not. */
export interface Bystander {
  readonly variable: VariableReading;
  readonly effect: Effect;
}

/** Why a program uses what it uses. */
export type Reason =
  | { readonly kind: 'file'; readonly place: FilePlace; readonly above: readonly FilePlace[]; readonly rest: Rest }
  | { readonly kind: 'default'; readonly rest: Rest }
  /** `fills`: only because nothing else says anything. */
  | { readonly kind: 'variable'; readonly name: string; readonly over: FilePlace | null; readonly fills: boolean }
  | { readonly kind: 'token'; readonly name: string }
  | { readonly kind: 'nothing'; readonly rest: Rest }
  | { readonly kind: 'cut-off'; readonly place: FilePlace }
  | { readonly kind: 'stopped'; readonly name: string };

/** What has a part in it besides. */
interface Rest {
  readonly adding: readonly VariableReading[];
  readonly bystanders: readonly Bystander[];
}

/** One reason, and the programs for which it is the same. */
export interface Answer {
  readonly programs: readonly Program[];
  readonly use: Use;
  readonly reason: Reason;
}

/** What ClearML will use and why: one answer if all programs that read the setting have the same, else one for each. */
export function answersOf(provenance: Provenance): readonly Answer[] {
  const answers = provenance.uses.map((use) => ({
    programs: [use.program],
    use,
    reason: reasonFor(provenance, use),
  }));
  const [first, second] = answers;
  return first && second && isSame(first, second) ? [{ ...first, programs: ['sdk', 'agent'] }] : answers;
}

function isSame(one: Answer, other: Answer): boolean {
  return JSON.stringify([plain(one.use), one.reason]) === JSON.stringify([plain(other.use), other.reason]);
}

/** Values as text, since maps and whole numbers of any size are no JSON. */
function plain({ from, name, value }: Use): string {
  return `${from} ${name} ${textOf(value)}`;
}

function textOf(value: unknown): string {
  if (value instanceof Map) return `{${[...value].map(([key, held]) => `${key}: ${textOf(held)}`).join()}}`;
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value === 'bigint') return String(value);
  return JSON.stringify(value) ?? '';
}

function reasonFor(provenance: Provenance, use: Use): Reason {
  const { files } = provenance;
  const rest = restOf(provenance, use.program);
  const place = placeIn(files, use.name);
  switch (use.from) {
    case 'file':
      return { kind: 'file', place, above: files.filter(({ name }) => name !== use.name).map(placeOf), rest };
    case 'default':
      return { kind: 'default', rest };
    case 'variable':
      return variableReason(provenance, use);
    case 'token':
      return { kind: 'token', name: use.name ?? '' };
    case 'nothing':
      return { kind: 'nothing', rest };
    case 'cut-off':
      return { kind: 'cut-off', place };
    case 'stopped':
      return { kind: 'stopped', name: use.name ?? '' };
  }
}

function variableReason({ variables, files }: Provenance, { name, program }: Use): Reason {
  const variable = variables.find((one) => one.name === name);
  const always = variable?.rule === 'wins' || (variable?.rule === 'if-empty-sdk' && program === 'agent');
  const fills = variable?.rule.startsWith('if-empty') === true && !always;
  const [top] = files;
  return { kind: 'variable', name: name ?? '', over: top && !fills ? placeOf(top) : null, fills };
}

const silent: ReadonlySet<Effect> = new Set(['wins', 'adds', 'instead', 'not-read', 'empty', 'second', 'overruled']);

function restOf({ variables }: Provenance, program: Program): Rest {
  const known = variables.flatMap((variable) => {
    const effect = variable.effects[program];
    return effect === undefined ? [] : [{ variable, effect }];
  });
  return {
    adding: known.filter(({ effect }) => effect === 'adds').map(({ variable }) => variable),
    bystanders: known.filter(({ effect }) => !silent.has(effect)),
  };
}

function placeIn(files: Provenance['files'], name: string | null): FilePlace {
  const file = files.find((one) => one.name === name);
  return file ? placeOf(file) : { name };
}

function placeOf({ name, line }: FilePlace): FilePlace {
  return { name, ...(line !== undefined && { line }) };
}
