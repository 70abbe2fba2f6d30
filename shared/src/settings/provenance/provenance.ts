import { isPart, type Setting, settings } from '../../catalog/index.ts';
import { type ConfigValue, fromJson, type Path } from '../../hocon/index.ts';
import { isSecret } from '../secret.ts';
import type { Effect } from './effect.ts';
import {
  type FileReading,
  fileReading,
  type Layers,
  merged,
  type Program,
  type ReadFile,
  readFiles,
} from './layers.ts';
import { programsOf, type Variable, variablesFor } from './variables.ts';
import { type Standing, type Use, type Weighed, weigh } from './weigh.ts';

/** A variable that is set, and what it does for each program that reads the setting. */
export interface VariableReading extends Pick<Variable, 'name' | 'text' | 'form' | 'parse' | 'rule'> {
  readonly effects: Readonly<Partial<Record<Program, Effect>>>;
}

/** Where the value of a setting comes from. */
export interface Provenance {
  readonly setting: Setting;
  readonly path: Path;
  /** Its value must not be shown. */
  readonly secret: boolean;
  /** A reference in one of the files has brought a secret there: none of it must be shown, of lists and maps neither. */
  readonly drawn: boolean;
  /** The files that say something about it, the highest first. */
  readonly files: readonly FileReading[];
  /** The variables that are set, in the order in which they come in. */
  readonly variables: readonly VariableReading[];
  readonly defaults: Readonly<Partial<Record<Program, ConfigValue>>>;
  /** One for each program that reads the setting: none where nobody does. */
  readonly uses: readonly Use[];
}

/** Where the value of every setting comes from, by the setting's dotted path. Lists and maps count as a whole. */
export function provenances(layers: Layers): ReadonlyMap<string, Provenance> {
  const files = readFiles(layers);
  const whole = settings.filter((setting) => !isPart(setting.path));
  return new Map(whole.map((setting) => [setting.path, trace(setting, setting.path.split('.'), files, layers)]));
}

/** Where the value at a path of the setting comes from: `credentials[0].key` is one path of `credentials[].key`. */
export function provenanceOf(setting: Setting, path: Path, layers: Layers): Provenance {
  return trace(setting, path, readFiles(layers), layers);
}

function trace(setting: Setting, path: Path, read: readonly ReadFile[], layers: Layers): Provenance {
  const files = read.map((file) => fileReading(file, setting, path)).filter((reading) => reading !== null);
  const variables = variablesFor(setting, path, layers.environment);
  const defaults = defaultsOf(setting);
  const weighed = programsOf(setting).map((program) =>
    weigh(program, path, fromFiles(files, defaults[program]), variables),
  );
  const drawn = files.some((file) => file.drawn);
  return {
    setting,
    path,
    secret: drawn || isSecret(path),
    drawn,
    files,
    variables: variables.map((variable) => readingOfVariable(variable, weighed)),
    defaults,
    uses: weighed.map(({ use }) => use),
  };
}

function readingOfVariable(variable: Variable, weighed: readonly Weighed[]): VariableReading {
  const { name, text, form, parse, rule } = variable;
  const effects = weighed.map(({ use, effects: all }) => [use.program, all.get(name) ?? 'not-read'] as const);
  return { name, text, form, parse, rule, effects: Object.fromEntries(effects) };
}

function defaultsOf(setting: Setting): Provenance['defaults'] {
  const own = setting.default === undefined ? undefined : fromJson(setting.default);
  const agent = setting['x-agent-default'];
  return Object.fromEntries(
    programsOf(setting).flatMap((program) => {
      const value = program === 'agent' && agent !== undefined ? fromJson(agent) : own;
      return value === undefined ? [] : [[program, value] as const];
    }),
  );
}

/** What counts if no variable is set. */
function fromFiles(files: readonly FileReading[], preset: ConfigValue | undefined): Standing {
  const start: Standing =
    preset === undefined ? { from: 'nothing', name: null } : { from: 'default', name: null, value: preset };
  return files.reduceRight<Standing>((lower, { name, state, value }) => {
    if (state === 'cut-off') return { from: 'cut-off', name };
    return value === undefined ? lower : { from: 'file', name, value: merged(lower.value, value) };
  }, start);
}
