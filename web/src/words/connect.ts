import type { PasteCode, PasteForm, ServerRule } from '@clearml-conf/shared';
import type { EntrySource } from '../connect/entries.ts';
import { plural } from './page.ts';

/** The words of the page that connects. */
export const connect = {
  title: 'Connect to ClearML',
  make: ['In ClearML’s web page open ', 'Settings › Workspace', ' and press ', 'Create new credentials', '.'],
  paste: 'Paste here what it shows',
  pasteNew: 'Paste new credentials',
  pasteKeys: 'Paste the keys too',
  pasteChord: 'Ctrl V',
  pasteHint: 'Variables, JSON or a whole clearml.conf do as well.',
  ghost: 'api {\n  web_server: https://app.clear.ml\n  api_server: https://api.clear.ml\n  credentials { … }\n}',
  afterwards: 'Test the connection, look at the change, save.',
  typedRead: 'Read it',
  again: 'Paste something else',
  byHand: 'Fill in by hand',
  allSettings: 'All settings',
  safe: 'Nothing is written before you review it.',
  understood: (form: PasteForm, count: number) => `Understood: ${forms[form]}, ${plural(count, 'setting')}.`,
  current: 'The connection in the file',
  byHandTitle: 'The connection',
  take: (title: string) => `Take ${title}`,
  others: 'More settings in the paste',
  othersHint: 'Take what you want of them.',
  rest: (count: number) => `${plural(count, 'line')} of the paste ${count === 1 ? 'is' : 'are'} not applied`,
  line: (line: number) => `line ${line}`,
  was: (value: string) => `The file has ${value}.`,
  wasSecret: 'The file has another one.',
  same: 'As in the file.',
  computed: (source: string) => `The file works it out from ${source}. Tick it to replace that.`,
  overridden: (variable: string) => `${variable} is set here and wins over the file.`,
  chooseOther: 'Or',
  hosted: 'Use the hosted service, app.clear.ml',
  missing: 'still missing',
  review: (count: number) => (count === 0 ? 'Nothing to change' : `Review ${plural(count, 'change')}`),
} as const;

const forms: Readonly<Record<PasteForm, string>> = {
  file: 'a whole clearml.conf',
  block: 'ClearML’s own block',
  credentials: 'a key pair',
  'top-level': 'a block of the oldest form',
  notebook: 'lines for a notebook',
  shell: 'lines for a shell',
  fish: 'lines for fish',
  powershell: 'lines for PowerShell',
  cmd: 'lines for the Windows prompt',
  docker: 'a docker command',
  python: 'lines of Python',
  variables: 'environment variables',
  labels: 'named values',
  address: 'an address',
};

const sources: Readonly<Record<EntrySource, string>> = {
  none: 'not set',
  file: 'in the file',
  pasted: 'from the paste',
  proposed: 'worked out from the others',
  typed: 'typed here',
  mended: 'from the test',
};

export function sourceInWords(source: EntrySource): string {
  return sources[source];
}

const rules: Readonly<Record<ServerRule, string>> = {
  names: 'names with api. and files.',
  ports: 'ports 8080, 8008, 8081',
  paths: 'paths /api and /files',
};

/** The button that takes another proposal for the servers. */
export function proposalInWords(rule: ServerRule): string {
  return rules[rule];
}

const faults: Readonly<Record<PasteCode, (line: number) => string>> = {
  empty: () => 'There is no text in the clipboard. Copy the block first, then paste it here.',
  'too-large': () => 'This is larger than any clearml.conf. Copy only the block with your keys.',
  unknown: () =>
    'There is no ClearML address or key in this. Copy what “Create new credentials” shows, and paste it here.',
  'cut-off': (line) => `It ends in the middle of a key in line ${line}. Copy the whole block and paste it again.`,
  placeholder: (line) =>
    `Line ${line} has an example or a variable in place of a real key. Copy the key from the web page, where it is shown once.`,
  'several-pairs': (line) =>
    `It has two different key pairs; the second begins in line ${line}. Paste only the one you want.`,
  'no-access-key': (line) =>
    `The access key is missing; line ${line} has only the secret key. Copy both and paste them together.`,
  'no-secret-key': (line) =>
    `The secret key is missing; line ${line} has only the access key. Copy both and paste them together.`,
};

/** What is wrong with a paste, and what to do. */
export function pasteFaultInWords(code: PasteCode, line: number): string {
  return faults[code](line);
}

/** The page after the first save. */
export const done = {
  title: 'ClearML is set up',
  saved: (path: string) => `Saved. ClearML reads it from ${path}.`,
  titleElsewhere: 'The file is saved',
  savedElsewhere: (path: string, other: string) =>
    `Saved. ClearML here reads ${other}; set CLEARML_CONFIG_FILE to ${path} where it shall read this one.`,
  willDoElsewhere: 'Programs that read this file will',
  talks: 'Talk to',
  signs: 'Sign in with',
  signsYour: 'the key pair of this file',
  links: 'Link to pages at',
  files: 'Store files at',
  notSet: 'what ClearML takes by default',
  noKeys: 'nothing: the file has no key pair',
  byVariable: (variable: string) => `because ${variable} is set`,
  willDo: 'From now on your ClearML programs will',
  first: 'Try it',
  firstWords: 'This makes a first task and prints its link:',
  command: "python -c \"from clearml import Task; Task.init('First steps', 'Hello')\"",
  copy: 'Copy the command',
  copied: 'Copied',
  restart:
    'Restart what is running already: notebook kernels and clearml-agent. New tasks read the file by themselves.',
  next: 'Where to go next',
  nextLinks: [
    ['sdk.development.default_output_uri', 'Where models and artifacts are stored'],
    ['agent', 'Settings of clearml-agent'],
    [null, 'All settings'],
  ],
} as const;
