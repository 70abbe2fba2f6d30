import type { TerminalCommand } from '../arguments.ts';
import { commandForms, commandPurposes } from './sentences.ts';

/** What `COMMAND --help` says besides the form of the command and what it is for. */
const more: Readonly<Record<TerminalCommand['kind'], readonly string[]>> = {
  read: [
    'Exit code 1 if ClearML could not read one of them; its line then holds the problems with line and column.',
    'Includes are opened as ClearML opens them, from files beside this one, never from an address.',
    '',
    '  clearml-conf read clearml.conf',
  ],
  get: [
    'Exit code 1 if the option is not set in the file.',
    '',
    '  clearml-conf get api.api_server',
    '  clearml-conf get sdk.aws.s3.credentials[0].bucket',
  ],
  explain: [
    'The file, the default, environment variables, other files that ClearML merges; secrets are not shown.',
    '',
    '  clearml-conf explain api.api_server',
  ],
  drift: [
    'PATH is a clearml.conf, or a folder with the packages clearml or clearml-agent.',
    '',
    '  clearml-conf drift ~/clearml.conf',
  ],
  set: [
    'The option is changed where it stands, or added beside its neighbours. Quotes in VALUE make a number a text.',
    '--replace also overwrites what the file computes, and takes out what a new section or list leaves out.',
    '',
    '  clearml-conf set api.api_server https://api.example.com',
    '  clearml-conf set sdk.metrics.images.quality 90',
    `  clearml-conf set agent.extra_docker_arguments '["--ipc=host"]'`,
    '  clearml-conf set api.credentials.secret_key -     (reads it from standard input: no list of processes shows it)',
  ],
  unset: [
    'A documented line stays as a comment, a secret does not. Exit code 1 if the option is not set.',
    '--replace also takes out a whole section, with the comments in it.',
    '',
    '  clearml-conf unset agent.git_user',
  ],
  edit: [
    'EDITS.json is a list of rows, worked out together: all of them are made, or none. A path is a list of names and places.',
    '--replace also overwrites what the file computes, and takes out whole sections or what new ones and new lists leave out.',
    '',
    '  [',
    '    {"op": "set", "path": ["api", "api_server"], "value": "https://api.example.com"},',
    '    {"op": "set", "path": ["agent", "git_pass"], "value": "…", "secret": true},',
    '    {"op": "unset", "path": ["agent", "git_user"]},',
    '    {"op": "append", "path": ["agent", "extra_docker_arguments"], "value": "--ipc=host"},',
    '    {"op": "insert", "path": ["agent", "extra_docker_arguments", 0], "value": "--init"},',
    '    {"op": "remove", "path": ["agent", "extra_docker_arguments", 1]},',
    '    {"op": "move", "path": ["agent", "extra_docker_arguments", 0], "to": 1},',
    '    {"op": "rename", "path": ["environment", "HTTP_PROXY"], "to": "HTTPS_PROXY"},',
    '    {"op": "uncomment", "path": ["sdk", "aws", "s3"]}',
    '  ]',
  ],
  'check-connection': [
    'The web page, the API server and the file server are called, then the keys are shown to the API server alone.',
    'Variables that ClearML takes in place of the file count here too, and are named. It takes five seconds at most.',
    'Exit code 0 if all is well, 1 if something is not; the line then says what, and how to mend it.',
    '',
    '  clearml-conf check-connection',
  ],
  history: ['Each line: the ID for restore, when the text was put aside, its size.', '', '  clearml-conf history'],
  restore: [
    'ID is the first word of a line of history.',
    '',
    '  clearml-conf restore ID --dry-run     (prints that text)',
  ],
};

const fileWords = 'Without --file it is the file that ClearML reads here.';
const dryRunWords = '--dry-run prints the text that would be written and writes nothing.';

/** What `COMMAND --help` prints. */
export function commandHelp(name: TerminalCommand['kind']): string {
  const form = commandForms[name];
  const shared = [
    form.includes('[--file') ? [fileWords] : [],
    form.includes('[--dry-run]') ? [dryRunWords] : [],
  ].flat();
  const purpose = commandPurposes[name];
  const first = `${purpose.charAt(0).toUpperCase()}${purpose.slice(1)}.`;
  return [form, '', first, ...shared, ...more[name]].join('\n');
}
