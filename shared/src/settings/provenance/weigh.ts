import { type ConfigValue, isList, type Path } from '../../hocon/index.ts';
import { type Effect, type Outcome, outcomeOf } from './effect.ts';
import { merged, type Program } from './layers.ts';
import { valueOfHocon } from './variable-text.ts';
import { type GeneralVariable, looksAt, type OwnVariable, type Variable } from './variables.ts';

/** The value that one program will use. */
export interface Use {
  readonly program: Program;
  /**
   * `token`: the setting is not used, as a token in the environment takes its place · `nothing`: nobody sets it and
   * there is no default · `cut-off`: a plain value in a file has taken the place of the whole section · `stopped`: the
   * program fails at a variable before it uses anything.
   */
  readonly from: 'file' | 'default' | 'variable' | 'token' | 'nothing' | 'cut-off' | 'stopped';
  /** Of the file or variable; null for the document itself and where there is none. */
  readonly name: string | null;
  /** Absent where there is none or it is not told. */
  readonly value?: ConfigValue;
}

/** What counts so far. */
export type Standing = Omit<Use, 'program'>;

export interface Weighed {
  readonly use: Use;
  /** By the name of the variable. */
  readonly effects: ReadonlyMap<string, Effect>;
}

/** After one of these no later variable of the same setting is looked at. */
const decisive: ReadonlySet<Effect> = new Set(['wins', 'stands-back', 'unreadable', 'unknown', 'stops']);

/** What counts for a program when the variables have come in, one after the other, over what the files say. */
export function weigh(program: Program, path: Path, start: Standing, variables: readonly Variable[]): Weighed {
  const seen = variables.filter((variable) => looksAt(program, variable));
  const effects = new Map<string, Effect>();
  let standing = start;
  let isDecided = false;
  for (const variable of seen) {
    const outcome: Outcome = isDecided ? late(variable) : outcomeIn(seen, variable, program, path, standing.value);
    if (outcome.effect === 'wins' || outcome.effect === 'instead') overrule(effects);
    effects.set(variable.name, outcome.effect);
    standing = after(standing, variable, outcome);
    isDecided ||= variable.form === 'own' && decisive.has(outcome.effect);
  }
  return { use: { program, ...standing }, effects };
}

/** One that comes when another variable of the setting has decided. Only a token undoes that. */
function late({ form, text }: Variable): Outcome {
  if (form === 'token') return { effect: 'instead' };
  return { effect: text?.trim() === '' ? 'empty' : 'second' };
}

function overrule(effects: Map<string, Effect>): void {
  for (const [name, effect] of effects) if (effect === 'wins') effects.set(name, 'overruled');
}

function outcomeIn(
  seen: readonly Variable[],
  variable: Variable,
  program: Program,
  path: Path,
  before: ConfigValue | undefined,
): Outcome {
  switch (variable.form) {
    case 'token':
      return { effect: 'instead' };
    case 'general':
      return generalOutcome(variable, path, before);
    case 'own': {
      const isPair = variable.rule === 'adds' && variable.parse === 'text';
      return isPair ? pairOutcome(variable, seen, before) : outcomeOf(variable, program, before);
    }
  }
}

/** The agent merges it as if it stood in a file. */
function generalOutcome({ text, place }: GeneralVariable, path: Path, before: ConfigValue | undefined): Outcome {
  if (text === null) return { effect: 'wins' };
  const found = valueOfHocon(text, place, path);
  if (found === 'unreadable') return { effect: 'stops' };
  return found ? { effect: 'wins', value: merged(before, found.value) } : { effect: 'not-read' };
}

/** Account and key of Azure add one entry together; alone each does nothing. */
function pairOutcome(variable: OwnVariable, seen: readonly Variable[], before: ConfigValue | undefined): Outcome {
  if (variable.text?.trim() === '') return { effect: 'empty' };
  const [account, key] = pairNames.map((name) => seen.find((one) => one.name === name)?.text);
  if (account === undefined || key === undefined || account?.trim() === '' || key?.trim() === '') {
    return { effect: 'incomplete' };
  }
  if (variable.name !== pairNames[1]) return { effect: 'adds', ...(before !== undefined && { value: before }) };
  if (account === null || key === null) return { effect: 'adds' };
  const entry = new Map([
    ['account_name', account.trim()],
    ['account_key', key.trim()],
  ]);
  return { effect: 'adds', value: [...(isList(before) ? before : []), entry] };
}

const pairNames = ['AZURE_STORAGE_ACCOUNT', 'AZURE_STORAGE_KEY'];

function after(standing: Standing, variable: Variable, outcome: Outcome): Standing {
  if (standing.from === 'stopped') return standing;
  switch (outcome.effect) {
    case 'stops':
      return { from: 'stopped', name: variable.name };
    case 'instead':
      return { from: 'token', name: variable.name };
    case 'wins':
      return { from: 'variable', name: variable.name, ...valueIn(outcome) };
    case 'adds':
      return adding(standing, variable, outcome);
    case 'unknown':
      return { from: standing.from, name: standing.name };
    default:
      return standing;
  }
}

/** What is added to nothing is all there is. */
function adding({ from, name }: Standing, variable: Variable, outcome: { readonly value?: ConfigValue }): Standing {
  const source = from === 'nothing' ? ({ from: 'variable', name: variable.name } as const) : { from, name };
  return { ...source, ...valueIn(outcome) };
}

function valueIn({ value }: { readonly value?: ConfigValue }): { readonly value?: ConfigValue } {
  return value === undefined ? {} : { value };
}
