import type {
  Answer,
  Effect,
  FilePlace,
  FileReading,
  Program,
  Provenance,
  Reason,
  Setting,
  SettingProblem,
  TypeName,
  Use,
  VariableReading,
} from '@clearml-conf/shared';
import { answersOf } from '@clearml-conf/shared';

/** Every word that the program says in a terminal about single options. Values arrive as text that may be shown. */

const programs: Readonly<Record<Program, string>> = { sdk: 'the SDK', agent: 'the agent' };
const packages: Readonly<Record<Program, string>> = { sdk: 'clearml', agent: 'clearml-agent' };

const effects: Readonly<Record<Effect, string>> = {
  wins: 'counts, whatever the file says',
  adds: 'adds to it',
  instead: 'is used in its place',
  'in-containers': 'counts for tasks in containers only',
  'stands-back': 'does not count, as the option has a value',
  'cannot-switch-off': 'does not count: it can switch the option on, never off',
  second: 'does not count, as another variable comes first',
  overruled: 'does not count, as another variable overrules it',
  empty: 'is empty, which is as good as not set',
  incomplete: 'does not count without the other variable of its pair',
  unreadable: 'does not count: no value can be made of it',
  stops: 'leads to an error: no value can be made of it',
  'no-effect': 'has no effect: nothing reads it',
  unknown: 'may count: that depends on a value that is not known here',
  'not-read': 'is not looked at',
};

export const explaining = {
  title: (path: string, title: string) => `${path} (${title})`,
  notInFile: (file: string) => `The file: not in ${file}`,
  noFile: (file: string) => `The file: ${file} is not there`,
  inFile: (file: string, { line, state }: FileReading, value: string) =>
    state === 'cut-off'
      ? `The file: ${place(file, line)} has a plain value where the section of this option belongs`
      : `The file: ${value} in ${place(file, line)}${state === 'misfit' ? ', which is of another kind than the option takes' : ''}`,
  section: (path: string) => `${path} is a section; these are its options:`,
  unknown: (path: string, near: string | undefined) =>
    `ClearML has no option ${path}${near === undefined ? '; look it up on the page' : `; did you mean ${near}?`}`,
  secret: '(not shown)',
  problem: (sentence: string) => `Mind: ${sentence}`,
};

function place(file: string, line: number | undefined): string {
  return line === undefined ? file : `line ${line} of ${file}`;
}

/** The default of each package. */
export function defaultSentence({ setting, defaults }: Provenance, show: (program: Program) => string): string {
  const known = (['sdk', 'agent'] as const).filter((program) => defaults[program] !== undefined);
  const [first, second] = known.map((program) => ({ value: show(program), program }));
  if (!first) return `The default: ${setting['x-default-note'] ?? 'none'}`;
  if (!second) return `The default: ${first.value} (${packages[first.program]})`;
  if (first.value === second.value) return `The default: ${first.value} (${packages.sdk} and ${packages.agent})`;
  return `The default: ${first.value} (${packages.sdk}), ${second.value} (${packages.agent})`;
}

/** What one variable does. */
export function variableSentence({ name, form, effects: by }: VariableReading, value: string): string {
  const start = `The environment: ${name}=${value}`;
  if (form === 'general' && by.agent === undefined) return `${start} counts in the agent's configuration only`;
  const { sdk, agent } = by;
  if (sdk === undefined && agent === undefined) return `${start} ${effects['no-effect']}`;
  if (sdk === undefined || agent === undefined || sdk === agent) return `${start} ${effects[sdk ?? agent ?? 'empty']}`;
  return `${start}: for ${programs.sdk} it ${effects[sdk]}; for ${programs.agent} it ${effects[agent]}`;
}

/** What ClearML will use and why, one sentence for each program if they differ. */
export function useSentences(provenance: Provenance, file: string, show: (use: Use) => string): readonly string[] {
  const { setting, uses } = provenance;
  if (uses.length === 0) {
    return [
      setting['x-read-by'] === 'enterprise'
        ? 'ClearML uses it in Enterprise packages only'
        : 'ClearML uses nothing of it: no package reads this option any more',
    ];
  }
  return answersOf(provenance).map((answer) => {
    const all = answer.programs.length === uses.length;
    const who = all ? 'ClearML' : answer.programs.map((program) => capital(programs[program])).join(' and ');
    const only = all && answer.programs.length === 1 ? ` (${programs[answer.use.program]} reads it)` : '';
    return `${who} ${used(answer, file, show)}${emptyMeans(setting, answer.use)}${only}`;
  });
}

function emptyMeans({ 'x-if-empty': meaning }: Setting, { value }: Use): string {
  return value === '' && meaning !== undefined ? `; empty means: ${meaning}` : '';
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function used({ use, reason }: Answer, file: string, show: (use: Use) => string): string {
  const value = use.value === undefined ? 'a value that is not known here' : show(use);
  const where = (one: FilePlace) => place(one.name ?? file, one.line);
  switch (reason.kind) {
    case 'file':
      return `uses ${value}: it stands in ${where(reason.place)}${above(reason.above.map(where))}${besides(reason.rest)}`;
    case 'default':
      return `uses ${value}, the default: nothing sets it${besides(reason.rest)}`;
    case 'variable':
      return `uses ${value}: ${variableReason(reason, reason.over && where(reason.over))}`;
    case 'token':
      return `does not use it: ${reason.name} is set and signs in in its place`;
    case 'nothing':
      return `has no value for it: it is not set and has no default${besides(reason.rest)}`;
    case 'cut-off':
      return `has no value for it: ${where(reason.place)} has a plain value where the whole section belongs`;
    case 'stopped':
      return `stops with an error: no value can be made of ${reason.name}`;
  }
}

function above(places: readonly string[]): string {
  return places.length === 0 ? '' : `, which wins over ${places.join(' and ')}`;
}

function variableReason({ name, fills }: Extract<Reason, { kind: 'variable' }>, over: string | null): string {
  if (fills) return `${name} is set, and the option is empty`;
  return over === null ? `${name} is set` : `${name} is set and wins over ${over}`;
}

/** Variables that add to it, and the first that is set and changes nothing. */
function besides({ adding, bystanders }: Extract<Reason, { kind: 'file' }>['rest']): string {
  const added =
    adding.length === 0
      ? ''
      : `, and ${adding.map(({ name }) => name).join(' and ')} ${adding.length === 1 ? 'adds' : 'add'} to it`;
  const [first] = bystanders;
  return first ? `${added}; ${first.variable.name} ${effects[first.effect]}` : added;
}

/** What is wrong with an option, and what to do about it. */
export function settingProblemSentence({ code, subject = '', wanted }: SettingProblem): string {
  if (code === 'needs' && wanted !== undefined) return `It counts only if ${subject} is ${wanted}.`;
  return problems[code](subject);
}

const problems: Readonly<Record<SettingProblem['code'], (subject: string) => string>> = {
  unknown: (subject) =>
    subject === ''
      ? 'ClearML has no such option and ignores it.'
      : `ClearML has no such option; ${subject} may be meant.`,
  'wrong-place': (subject) => `ClearML does not read it here; it belongs at ${subject}.`,
  'command-line': (subject) => `ClearML has no such option; give ${subject} on the command line of clearml-agent.`,
  'server-file': () => 'It belongs into the configuration of the server; ClearML ignores it here.',
  enterprise: () => 'Only ClearML Enterprise may read it.',
  'not-supported': (subject) => `ClearML cannot work with ${subject}; use a key.`,
  'refused-key': (subject) =>
    `ClearML stops at a key it does not know here; ${subject === '' ? 'take it out' : `${subject} may be meant`}.`,
  'section-replaced': () => 'A plain value stands where a section belongs, so all its options are gone; take it out.',
  'wrong-type': () => 'The value is of another kind than the option takes; change it.',
  'text-for-boolean': () => 'It is text, and any text counts as true; write true or false without quotes.',
  'none-text': () => 'None is ordinary text here; take the option out to have nothing.',
  'number-for-text': () => 'Digits without quotes are read as a number; put them in quotes.',
  'text-for-list': () => 'A list belongs here; put the text in square brackets.',
  'object-for-list': () => 'A list of entries belongs here; put square brackets round the braces.',
  'unknown-word': () => 'ClearML does not know this word here; choose one of its own.',
  'out-of-range': () => 'The number is outside what makes sense here; check it.',
  'words-in-one-entry': (subject) =>
    `Docker gets this entry as one word; write ${subject} and what follows as two entries.`,
  needs: (subject) => `It counts only together with ${subject}; set that too.`,
  conflict: (subject) => `It and ${subject} get in each other's way; keep one.`,
  unread: (subject) =>
    subject === '' ? 'Nothing reads it any more; take it out.' : `Nothing reads it any more; use ${subject}.`,
  deprecated: (subject) =>
    subject === '' ? 'ClearML calls it outdated.' : `ClearML calls it outdated; use ${subject}.`,
  'slash-at-end': () => 'The slash at the end makes links with two slashes; leave it out.',
  'no-scheme': () => 'The address must begin with http:// or https://.',
  'wrong-port': (subject) => `This port is usually another server's; the usual one here is ${subject}.`,
  'same-address': (subject) => `It is the same address as ${subject}; each server has its own.`,
  'entry-without-keys': () => 'ClearML drops an entry without key and secret; add them.',
  'missing-part': (subject) => `ClearML cannot read an entry without ${subject}; add it.`,
  'scheme-in-host': () => 'Only host and port belong here; leave out what stands before them.',
};

/** Something to know about an option that was just set. */
export function noteSentence(path: string, sentence: string): string {
  return `Mind, ${path}: ${sentence}`;
}

const kinds: Readonly<Record<TypeName, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'a section',
};

/** What an option takes. */
export function kindSentence({ type, enum: words, minimum, maximum, 'x-enum': open }: Setting): string {
  const taken = [type].flat().filter((one) => one !== 'null');
  const named = words && open !== 'open' ? words.map((word) => JSON.stringify(word)) : taken.map((one) => kinds[one]);
  const least = minimum === undefined ? '' : maximum === undefined ? `, ${minimum} or more` : `, ${minimum} to`;
  const most = maximum === undefined ? '' : minimum === undefined ? `, at most ${maximum}` : ` ${maximum}`;
  return `It takes ${named.join(' or ')}${least}${most}.`;
}

export const drifting = {
  unknown: (path: string) => `${path} is not in the catalog`,
  unknownComment: (path: string) => `${path} is not in the catalog (commented out here)`,
  changed: (path: string, known: string | null, found: string) =>
    known === null
      ? `${path} is ${found} here; the catalog knows no default`
      : `${path} is ${found} here, ${known} in the catalog`,
  vanished: (path: string) => `${path}: nothing in these packages names it any more`,
  unreadable: (path: string) => `${path} cannot be read; check the name, and whether you may read it.`,
  none: 'Nothing differs from the catalog.',
};
