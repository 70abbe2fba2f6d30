import type { EnvironmentParse, EnvironmentRule, Setting } from '../../catalog/index.ts';
import type { Path } from '../../hocon/index.ts';
import { startsWith } from '../../hocon/path.ts';
import type { Layers, Program } from './layers.ts';

/** The agent takes any variable of this form for the path after it, in lower case, `__` for a dot. */
export const generalPrefix = 'CLEARML_AGENT__';
/** With a token the key pair is not used. */
export const token = 'CLEARML_AUTH_TOKEN';
const replacedByToken: ReadonlySet<string> = new Set(['api.credentials.access_key', 'api.credentials.secret_key']);
/** Of a setting that both packages read, but the variable only one. */
const onlySdk: ReadonlySet<string> = new Set(['CLEARML_CACHE_DIR', 'TRAINS_CACHE_DIR']);

interface SetVariable {
  readonly name: string;
  /** Null where it is not told. */
  readonly text: string | null;
}

/** A variable with a name of its own for one setting. */
export interface OwnVariable extends SetVariable {
  readonly form: 'own';
  readonly parse: EnvironmentParse | 'text';
  readonly rule: EnvironmentRule | 'wins';
}

/** One of the agent's general form. */
export interface GeneralVariable extends SetVariable {
  readonly form: 'general';
  readonly parse: 'hocon';
  readonly rule: 'wins';
  readonly place: Path;
}

/** A signature that makes the key pair superfluous. */
interface TokenVariable extends SetVariable {
  readonly form: 'token';
  readonly parse: 'text';
  readonly rule: 'instead';
}

export type Variable = OwnVariable | GeneralVariable | TokenVariable;

/** The variables that are set and that ClearML looks at for a setting, those that are merged first coming first. */
export function variablesFor(setting: Setting, path: Path, environment: Layers['environment']): readonly Variable[] {
  if (!environment) return [];
  const all = [...environment].map(([name, text]) => ({ name, text }));
  return [...generalOnes(path, all), ...ownOnes(setting, environment), ...tokenFor(setting, environment)];
}

function ownOnes(setting: Setting, environment: ReadonlyMap<string, string | null>): readonly OwnVariable[] {
  // A variable that adds a whole entry says nothing about the entries of the file.
  if (setting.path.includes('[]')) return [];
  const kind = { parse: setting['x-env-parse'] ?? 'text', rule: setting['x-env-rule'] ?? 'wins' } as const;
  return (setting['x-env'] ?? []).flatMap((name) => {
    const text = environment.get(name);
    return text === undefined ? [] : [{ name, text, form: 'own', ...kind } as const];
  });
}

function generalOnes(path: Path, all: readonly SetVariable[]): readonly GeneralVariable[] {
  return all
    .filter(({ name }) => name.startsWith(generalPrefix) && name.length > generalPrefix.length)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((one) => ({ ...one, form: 'general', parse: 'hocon', rule: 'wins', place: placeOf(one.name) }) as const)
    .filter(({ place }) => startsWith(place, path) || startsWith(path, place));
}

/** The path that a variable of the general form stands for. */
export function placeOf(name: string): readonly string[] {
  return name.slice(generalPrefix.length).toLowerCase().split('__');
}

function tokenFor(setting: Setting, environment: ReadonlyMap<string, string | null>): readonly TokenVariable[] {
  const text = environment.get(token);
  if (text === undefined || text?.trim() === '' || !replacedByToken.has(setting.path)) return [];
  return [{ name: token, text, form: 'token', parse: 'text', rule: 'instead' }];
}

/** The programs that read a setting. */
export function programsOf(setting: Setting): readonly Program[] {
  switch (setting['x-read-by']) {
    case 'both':
      return ['sdk', 'agent'];
    case 'sdk':
      return setting['x-env-rule'] === 'if-empty-sdk' ? ['sdk', 'agent'] : ['sdk'];
    case 'agent':
      return ['agent'];
    default:
      return [];
  }
}

/** Whether a program looks at a variable at all. */
export function looksAt(program: Program, { form, name }: Variable): boolean {
  return form === 'general' ? program === 'agent' : program === 'sdk' || !onlySdk.has(name);
}
