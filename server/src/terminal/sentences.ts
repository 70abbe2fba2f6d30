import type { CommandName, Misuse } from '../arguments.ts';

/** Every word that the program says in a terminal stands in this file. */

const commandForms: Readonly<Record<CommandName, string>> = {
  serve: 'clearml-conf [--file FILE] [--port PORT] [--no-open]',
  read: 'clearml-conf read FILE…',
  get: 'clearml-conf get PATH [--file FILE]',
  set: 'clearml-conf set PATH VALUE [--replace] [--file FILE] [--dry-run]',
  unset: 'clearml-conf unset PATH [--file FILE] [--dry-run]',
  edit: 'clearml-conf edit --edits EDITS.json [--file FILE] [--dry-run]',
};

const commandPurposes: Readonly<Record<CommandName, string>> = {
  serve: 'edit the file in the browser',
  read: 'print what ClearML reads from each file, one line of JSON a file',
  get: 'print the value of one option as JSON',
  set: 'set one option; VALUE is JSON, or text if it is not JSON; - takes it from standard input',
  unset: 'take one option out, so that its default counts',
  edit: 'make several edits at once',
};

const commandNames: readonly CommandName[] = ['serve', 'read', 'get', 'set', 'unset', 'edit'];

export const help = [
  'Edits the configuration file of ClearML and changes only what you change.',
  '',
  ...commandNames.map((name) => `  ${commandForms[name]}\n      ${commandPurposes[name]}`),
  '',
  'Without --file it is the file that ClearML reads here: CLEARML_CONFIG_FILE, else clearml.conf in your home folder.',
  '--dry-run prints the text that would be written and writes nothing. --port 0 takes any free port.',
  '--replace lets set overwrite a value that the file computes (a substitution, +=, an include).',
].join('\n');

export function misuseSentence(misuse: Misuse): string {
  switch (misuse.code) {
    case 'unknown-command':
      return `There is no command "${misuse.word}"; to open that file, write --file before it, and --help lists the commands.`;
    case 'unknown-option':
      return `There is no option ${misuse.word} here; --help lists the options, and -- goes before a value that begins with two dashes.`;
    case 'option-without-value':
      return `The option ${misuse.word} needs a value after it.`;
    case 'not-a-port':
      return `A port is a number from 0 to 65535, not "${misuse.word}".`;
    case 'missing-argument':
      return `Something is missing; write: ${commandForms[misuse.command]}`;
    case 'too-many-arguments':
      return `That is one word too many (put quotes round a value with blanks); write: ${commandForms[misuse.command]}`;
  }
}

export const greeting = {
  portTaken: (wanted: number, port: number) => `Port ${wanted} is taken by another program; using ${port}.`,
  opened: (path: string) => `Editing ${path}`,
  address: (port: number) => `http://localhost:${port}`,
  forward: (port: number, login: string) =>
    `You are here over SSH. On your own computer run\n  ssh -L ${port}:localhost:${port} ${login}\nand open http://localhost:${port} there.`,
  stop: 'Ctrl+C ends the program.',
  cannotStart: (reason: string) => `The program could not start listening: ${reason}.`,
};
