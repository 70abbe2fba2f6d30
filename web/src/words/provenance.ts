import type {
  Answer,
  Bystander,
  ConfigValue,
  Effect,
  FilePlace,
  Path,
  Program,
  Provenance,
  Setting,
  VariableReading,
} from '@clearml-conf/shared';
import { maskedText } from '@clearml-conf/shared';
import { mask } from '../diff/paint.ts';
import { programs } from './settings.ts';
import { valueInWords } from './values.ts';

/** The words that say where a value comes from. */
export const provenance = {
  thisFile: 'This file',
  default: 'Default',
  notInFile: 'says nothing about it',
  cutOff: 'has a plain value where the whole section belongs',
  misfit: 'of another kind than the option takes',
  secret: 'a value that stays hidden',
  couldSet: 'Not set here, but read by ClearML',
  environment:
    'The environment is the one clearml-conf was started in. Where your tasks and agents run it may be another.',
} as const;

const effects: Readonly<Record<Effect, string>> = {
  wins: 'wins, whatever the files say',
  adds: 'adds to it',
  instead: 'is used in place of the keys',
  'in-containers': 'counts for tasks in containers only',
  'stands-back': 'counts only while the option is empty',
  'cannot-switch-off': 'says no, but it can only switch the option on',
  second: 'does not count: another variable comes first',
  overruled: 'does not count: another variable overrules it',
  empty: 'is empty, which is as good as not set',
  incomplete: 'does not count without the other variable of its pair',
  unreadable: 'does not count: ClearML can make no value of it',
  stops: 'leads to an error: ClearML can make no value of it',
  'no-effect': 'has no effect',
  unknown: 'may count: that depends on a value nobody can tell here',
  'not-read': 'is not looked at',
};

const packages: Readonly<Record<Program, string>> = { sdk: 'clearml', agent: 'clearml-agent' };

/** In one sentence for each program: what ClearML will use, and why. */
export function answerInWords(answer: Answer, found: Provenance): string {
  const meaning = answer.use.value === '' ? found.setting['x-if-empty'] : undefined;
  return `${whyInWords(answer, found)}${meaning === undefined ? '' : ` Empty means: ${meaning}.`}`;
}

function whyInWords(answer: Answer, { path, secret, uses }: Provenance): string {
  const who = answer.programs.length === uses.length ? 'ClearML' : answer.programs.map(capital).join(' and ');
  const value = answer.use.value;
  const shown = secret ? provenance.secret : value === undefined ? 'a value that is not told here' : told(path, value);
  const { reason } = answer;
  switch (reason.kind) {
    case 'file':
      return `${who} uses ${shown}: it stands in ${place(reason.place)}${over(reason.above)}${rest(reason.rest)}.`;
    case 'default':
      return `${who} uses ${shown}, the default: nothing sets it${rest(reason.rest)}.`;
    case 'variable':
      return `${who} uses ${shown}: ${variableWhy(reason)}.`;
    case 'token':
      return `${who} does not use it: ${reason.name} is set and signs in in its place.`;
    case 'nothing':
      return `${who} has no value for it: it is not set and has no default${rest(reason.rest)}.`;
    case 'cut-off':
      return `${who} has no value for it: ${place(reason.place)} has a plain value where the whole section belongs.`;
    case 'stopped':
      return `${who} stops with an error: it can make no value of ${reason.name}.`;
  }
}

function capital(program: Program): string {
  return programs[program].replace('the', 'The');
}

function told(path: Path, value: ConfigValue): string {
  return value === '' ? 'an empty text' : valueInWords(path, value);
}

function variableWhy({ name, over: beaten, fills }: Extract<Answer['reason'], { kind: 'variable' }>): string {
  if (fills) return `${name} is set, and the option is empty`;
  return beaten ? `${name} is set and wins over ${place(beaten)}` : `${name} is set`;
}

/** Such as "line 12 of this file". */
export function place({ name, line }: FilePlace): string {
  const file = name === null ? 'this file' : name;
  return line === undefined ? file : `line ${line} of ${file}`;
}

function over(above: readonly FilePlace[]): string {
  return above.length === 0 ? '' : `, which wins over ${above.map(place).join(' and ')}`;
}

interface Rest {
  readonly adding: readonly VariableReading[];
  readonly bystanders: readonly Bystander[];
}

function rest({ adding, bystanders }: Rest): string {
  const added =
    adding.length === 0
      ? ''
      : `, and ${adding.map(({ name }) => name).join(' and ')} ${adding.length === 1 ? 'adds' : 'add'} to it`;
  const [first] = bystanders;
  return first ? `${added}; ${first.variable.name} ${effects[first.effect]}` : added;
}

/** The value of a variable that may be shown, and what it does. */
export function variableInWords({ name, text, effects: by }: VariableReading, path: Path): string {
  const shown = text === null ? provenance.secret : text.trim() === '' ? '' : `“${maskedText(path, text, mask)}”`;
  return [shown, doing(name, by)].filter((part) => part !== '').join(' ');
}

function doing(name: string, { sdk, agent }: VariableReading['effects']): string {
  if (name.startsWith('CLEARML_AGENT__') && agent === undefined) return 'counts in the agent’s configuration only';
  if (sdk === undefined || agent === undefined || sdk === agent) return effects[sdk ?? agent ?? 'no-effect'];
  if (sdk === 'not-read') return `${effects[agent]}, for the agent; the SDK does not look at it`;
  return agent === 'not-read'
    ? `${effects[sdk]}, for the SDK; the agent does not look at it`
    : `for the SDK it ${effects[sdk]}; for the agent it ${effects[agent]}`;
}

/** The default of each package. */
export function defaultsInWords({ setting, defaults, path, uses }: Provenance): string {
  const { sdk, agent } = defaults;
  if (sdk !== undefined && agent !== undefined) {
    const [one, other] = [told(path, sdk), told(path, agent)];
    return one === other
      ? `${one} (${packages.sdk} and ${packages.agent})`
      : `${one} (${packages.sdk}), ${other} (${packages.agent})`;
  }
  if (sdk !== undefined) return `${told(path, sdk)} (${packages.sdk})`;
  if (agent !== undefined) return `${told(path, agent)} (${packages.agent})`;
  return setting['x-default-note'] ?? (uses.length === 0 ? 'none, as nothing reads it' : 'none');
}

/** Who reads the option. */
export function readersInWords({ 'x-read-by': reader, 'x-mode': mode }: Setting): string {
  switch (reader) {
    case 'sdk':
      return 'Only the SDK reads it, in your Python programs and notebooks.';
    case 'agent':
      return mode === 'docker'
        ? 'Only the agent reads it, when it runs tasks in containers.'
        : 'Only clearml-agent reads it, on the machines that run queued tasks.';
    case 'enterprise':
      return 'Only packages of ClearML Enterprise read it.';
    case 'none':
      return 'No package reads it any more: ClearML uses nothing of it.';
    default:
      return 'The SDK and the agent read it.';
  }
}

/** The form in which the agent takes any option from the environment. */
export function generalForm(path: string): string | null {
  return /^[a-z0-9_.]+$/.test(path) ? `CLEARML_AGENT__${path.toUpperCase().replaceAll('.', '__')}` : null;
}
