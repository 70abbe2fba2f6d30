import { type ConfigValue, isList } from '../../hocon/index.ts';
import { isTagged } from '../../hocon/value.ts';
import type { Program } from './layers.ts';
import { valueOfText } from './variable-text.ts';
import type { OwnVariable } from './variables.ts';

/**
 * What a variable does for one program. `wins`: its value counts · `adds`: it adds to the value · `instead`: something
 * else than the setting is used · `in-containers`: it counts only for tasks in containers · `stands-back`: the setting is filled in,
 * so it does not count · `cannot-switch-off`: it says no, but can only say yes · `second`: another variable of the setting counts ·
 * `overruled`: what comes after it in ClearML counts · `empty`: it is set to empty text, which is as good as not set ·
 * `incomplete`: the other variable of a pair is not set · `unreadable`: ClearML cannot make a value of it, and passes
 * it over · `stops`: the program cannot make a value of it, and fails · `no-effect`: nothing reads it · `unknown`: it depends on a value that is not told · `not-read`: the program does not look at it.
 */
export type Effect =
  | 'wins'
  | 'adds'
  | 'instead'
  | 'in-containers'
  | 'stands-back'
  | 'cannot-switch-off'
  | 'second'
  | 'overruled'
  | 'empty'
  | 'incomplete'
  | 'unreadable'
  | 'stops'
  | 'no-effect'
  | 'unknown'
  | 'not-read';

/** The effect, and the value that counts from then on; without one it is not told. */
export type Outcome =
  | { readonly effect: 'wins' | 'adds'; readonly value?: ConfigValue }
  | { readonly effect: Exclude<Effect, 'wins' | 'adds'> };

/** What a variable with a name of its own does to the value that would count without it. */
export function outcomeOf(variable: OwnVariable, program: Program, before: ConfigValue | undefined): Outcome {
  if (variable.rule === 'no-effect') return { effect: 'no-effect' };
  if (variable.text === null) return untold(variable, program, before);
  if (variable.text.trim() === '') return { effect: 'empty' };
  const value = valueOfText(variable.text, parseFor(variable, program), program);
  if (value === undefined) return { effect: isPassedOver(variable.name, program) ? 'unreadable' : 'stops' };
  switch (variable.rule) {
    case 'wins':
      return { effect: 'wins', value };
    case 'if-empty':
      return ifEmpty(before, value);
    case 'if-empty-sdk':
      return program === 'sdk' ? ifEmpty(before, value) : { effect: 'wins', value };
    case 'turns-on':
      return value === true ? { effect: 'wins', value } : { effect: 'cannot-switch-off' };
    case 'adds':
      return { effect: 'adds', value: [...listOf(before), ...listOf(value)] };
    case 'forces':
      return forced(variable.name, value);
  }
}

/** The SDK passes over whatever it cannot read; the agent only these, which it reads as the SDK does. */
function isPassedOver(name: string, program: Program): boolean {
  return program === 'sdk' || passedOver.has(name);
}

const passedOver: ReadonlySet<string> = new Set([
  'CLEARML_API_HOST_VERIFY_CERT',
  'TRAINS_API_HOST_VERIFY_CERT',
  'CLEARML_AGENT_ENABLE_ENV_CONFIG_SECTION',
  'CLEARML_AGENT_ENABLE_FILES_CONFIG_SECTION',
  'CLEARML_USE_CONDA_BASE_ENV',
]);

/** A variable that is set, but not told: what can be said without its value. */
function untold({ rule }: OwnVariable, program: Program, before: ConfigValue | undefined): Outcome {
  if (rule === 'adds') return { effect: 'adds' };
  if (rule === 'wins' || (rule === 'if-empty-sdk' && program === 'agent')) return { effect: 'wins' };
  if (rule === 'if-empty' || rule === 'if-empty-sdk') return ifEmpty(before);
  return { effect: 'unknown' };
}

function ifEmpty(before: ConfigValue | undefined, value?: ConfigValue): Outcome {
  if (isTagged(before) && before.kind === 'opaque' && before.reason === 'unresolved') return { effect: 'unknown' };
  const isEmpty = before === undefined || before === null || before === '';
  if (!isEmpty) return { effect: 'stands-back' };
  return value === undefined ? { effect: 'wins' } : { effect: 'wins', value };
}

/** What the variables do that force a setting: each in its own way. */
function forced(name: string, value: ConfigValue): Outcome {
  switch (name) {
    case 'CLEARML_AGENT_FORCE_POETRY':
      return value === true ? { effect: 'wins', value: 'poetry' } : { effect: 'cannot-switch-off' };
    case 'CLEARML_AGENT_FORCE_UV':
      return value === true ? { effect: 'wins', value: 'uv' } : { effect: 'cannot-switch-off' };
    case 'CLEARML_AGENT_FORCE_SYSTEM_SITE_PACKAGES':
      return { effect: 'in-containers' };
    default:
      return { effect: 'wins', value: true };
  }
}

/** One variable is read in two ways: the agent takes no path for the certificate. */
function parseFor({ parse }: OwnVariable, program: Program): OwnVariable['parse'] {
  return parse === 'boolean-or-path' && program === 'agent' ? 'boolean' : parse;
}

function listOf(value: ConfigValue | undefined): readonly ConfigValue[] {
  return isList(value) ? value : [];
}
