import type {
  FileCode,
  GateCode,
  HistoryEntry,
  Problem,
  ProblemCode,
  ReadOnlyCode,
  Refusal,
  RefusalCode,
  SaveCode,
} from '@clearml-conf/shared';
import { formatPath } from '@clearml-conf/shared';
import type { CommandName, Misuse } from '../arguments.ts';

/** Every word that the program says in a terminal stands in this file, in setting-sentences.ts about single options, and in connection-sentences.ts about connections. */

export const commandForms: Readonly<Record<CommandName, string>> = {
  serve: 'clearml-conf [--file FILE] [--port PORT] [--no-open] [--link] [--origin URL] [--host ADDRESS]',
  read: 'clearml-conf read FILE…',
  get: 'clearml-conf get PATH [--file FILE]',
  explain: 'clearml-conf explain PATH [--file FILE]',
  drift: 'clearml-conf drift PATH…',
  set: 'clearml-conf set PATH VALUE [--replace] [--file FILE] [--dry-run]',
  unset: 'clearml-conf unset PATH [--replace] [--file FILE] [--dry-run]',
  edit: 'clearml-conf edit --edits EDITS.json [--replace] [--file FILE] [--dry-run]',
  history: 'clearml-conf history [--file FILE]',
  'check-connection': 'clearml-conf check-connection [--file FILE]',
  restore: 'clearml-conf restore ID [--file FILE] [--dry-run]',
};

export const commandPurposes: Readonly<Record<CommandName, string>> = {
  serve: 'edit the file in the browser',
  read: 'print what ClearML reads from each file, one line of JSON a file',
  get: 'print the value of one option as JSON',
  explain: 'say where the value of one option comes from, and what ClearML will use here',
  drift: 'list where files, or folders with ClearML packages, differ from the options known here',
  set: 'set one option; VALUE is JSON, or text if it is not JSON; - takes it from standard input',
  unset: 'take one option out, so that its default counts',
  edit: 'make several edits at once',
  history: 'list the former texts of the file, the newest first',
  'check-connection': 'call the servers in the file and sign in with its keys, as ClearML would; changes nothing',
  restore: 'put a former text back; what is there now goes to the history',
};

const commandNames: readonly CommandName[] = [
  'serve',
  'read',
  'get',
  'explain',
  'drift',
  'set',
  'unset',
  'edit',
  'check-connection',
  'history',
  'restore',
];

export const help = [
  'Edits the configuration file of ClearML and changes only what you change.',
  '',
  ...commandNames.map((name) => `  ${commandForms[name]}\n      ${commandPurposes[name]}`),
  '',
  'Without --file it is the file that ClearML reads here: CLEARML_CONFIG_FILE, else clearml.conf in your home folder.',
  '--dry-run prints the text that would be written and writes nothing. --port 0 takes any free port, --no-open opens no browser.',
  '--link makes an address that lets in one browser only, for machines that several people share.',
  '--origin lets the page be used under that address too; --host listens there too, as in a container, and implies --link.',
  '--replace lets set overwrite a value that the file computes (a substitution, +=, an include), and take out what a new',
  '  value of a section or list leaves out; lets unset take out a whole section; and lets edit do both.',
  'clearml-conf COMMAND --help says more about one command.',
].join('\n');

export function misuseSentence(misuse: Misuse): string {
  switch (misuse.code) {
    case 'unknown-command':
      return `There is no command "${misuse.word}"; to open that file, write --file before it, and --help lists the commands.`;
    case 'unknown-option':
      return `There is no option ${misuse.word} here; --help lists the options, and -- goes before a value that begins with two dashes.`;
    case 'option-without-value':
      return `The option ${misuse.word} needs a value after it.`;
    case 'option-twice':
      return `The option ${misuse.word} is there twice; write it once.`;
    case 'not-a-port':
      return `A port is a number from 0 to 65535, not "${misuse.word}".`;
    case 'not-an-origin':
      return `An origin is an address such as https://conf.example.com, not "${misuse.word}".`;
    case 'missing-argument':
      return `Something is missing; write: ${commandForms[misuse.command]}`;
    case 'too-many-arguments':
      return `That is one word too many (put quotes round a value with blanks); write: ${commandForms[misuse.command]}`;
  }
}

export const greeting = {
  portTaken: (wanted: number, port: number) => `Port ${wanted} is taken by another program; using ${port}.`,
  opened: (path: string) => `Editing ${path}`,
  openAlready: (path: string) => `${path} is open already; this is its page:`,
  address: (port: number) => `http://localhost:${port}`,
  forward: (port: number, login: string) =>
    `You are here over SSH. On your own computer run\n  ssh -L ${port}:localhost:${port} ${login}\nand open http://localhost:${port} there.`,
  startLink: (link: string) => `Open this address; it works once:\n  ${link}`,
  stop: 'Ctrl+C ends the program.',
  cannotStart: (reason: string) => `The program could not start listening: ${reason}.`,
};

/** What helps against a refusal at the door, for a person who meets it bare in a browser. */
export const refusalHints: Readonly<Partial<Record<GateCode, string>>> = {
  'wrong-host': 'To use this address, start clearml-conf with --origin and the address.',
  'other-account': 'Another account connects. If it is you, start with --link.',
  'needs-start-link': 'Open the link that clearml-conf printed, or start it again.',
};

/** What is wrong with a text and how to mend it. Never shows more of the text than a name or one sign: it may be secret. */
export function problemSentence({ code, subject = '' }: Pick<Problem, 'code' | 'subject'>): string {
  return problems[code](subject);
}

const problems: Readonly<Record<ProblemCode, (subject: string) => string>> = {
  syntax: () =>
    'Nothing may follow the end of the settings here; remove what stands there or bring it inside the braces.',
  'byte-order-mark': () =>
    'The file begins with a byte order mark, which ClearML cannot read; save it as UTF-8 without one.',
  'unclosed-brace': () => 'The brace that opens here is never closed; add } where the section ends.',
  'unclosed-bracket': () => 'The list that opens here is never closed; add ] where it ends.',
  'unclosed-quote': () => 'The quote that opens here is not closed on its line; add " at the end of the text.',
  'unclosed-substitution': () => 'The substitution that opens here is not closed; add } after the name.',
  'extra-brace': () => 'This closes something that was not opened; remove it, or add what opens it.',
  'needs-quotes': (subject) =>
    `A text with ${sign(subject)} in it needs quotes; put " before and after the whole text.`,
  'invisible-sign': (subject) =>
    `An invisible sign (${codePoint(subject)}) stands here; delete it and type a plain blank.`,
  'missing-separator': () => 'This name has no value; write name: value, or put # before it.',
  'missing-value': () => 'This name has no value, so it takes the next line for one; write the value after it.',
  'invalid-key': (subject) => `A name cannot hold ${sign(subject)}; put the whole name in quotes.`,
  'merge-mark': () =>
    'A merge of two versions was left undone here; keep the lines of one and remove the lines of marks.',
  'quoted-part-in-key': () => 'A name is quoted whole or not at all; put the quotes round the whole name.',
  'too-deep': () => 'Sections are nested, or values refer to others, too deeply to be read; bring some of them out.',
  'mixed-types': () => 'A text, a list and a section cannot be joined in one value; keep one of them.',
  'section-after-value': () =>
    'This opens a section under a name that already has a plain value; remove one of the two.',
  'append-to-text': () =>
    'Nothing can be added with += here, which takes a list on both sides; put [ and ] round what is added, or use =.',
  'append-replaces': () => 'The += adds nothing here and the list before it is lost; write all items in one list.',
  'unresolved-substitution': (subject) =>
    `Neither this file nor the environment answers ${subject}; set it, or write it with a question mark: \${?NAME}.`,
  'substitution-cycle': (subject) => `${subject} leads back to itself; write its value out in one place.`,
  'include-missing': () => 'The included file is not there; correct its name or remove the include.',
  'include-unreadable': () => 'The included file cannot be read; mend that file or remove the include.',
  'not-settings': () => 'This file is one list, not settings by name; write name: value lines.',
  'raw-tab': () => 'A tab inside quotes is read as blanks; write it as \\t.',
  'decoded-escape': () => 'The backslashes of this path are read as line breaks and tabs; write each twice, or use /.',
  'quoted-substitution': () => 'Inside quotes a substitution is plain text; put the quotes round the other parts only.',
  'cut-by-comment': () =>
    'Everything after # is a comment, so only what stands before it is read; quote the whole value.',
  'comment-in-text': () => 'This // is part of the value; put a blank before it.',
  semicolon: () => 'The semicolon is part of the value; delete it.',
  'lost-digits': () => 'This is read as a number without its zeros; quote it if every digit counts.',
  'wrong-quotes': () => 'These quotes become part of the value; use ".',
  'keyword-in-text': () => 'A text with true, false or null in it is changed when it is read; quote the whole value.',
  'time-span': () => 'At the very end of the file this is read as a time span; quote it.',
  'missing-comma': () => 'A comma is missing here, so both are read as one value; put one between them.',
  'yaml-layout': () => 'This name takes the next line as its value; put the lines that belong to it between { and }.',
};

/** What an edit leaves without a value that it needs. */
export function unansweredSentence({ line, subject = '' }: Pick<Problem, 'line' | 'subject'>): string {
  return `Mind, line ${line}: nothing in the file answers ${subject} any more, so ClearML refuses the file unless a variable of that name is set.`;
}

/** Why a file cannot be opened or written, and what helps. */
export function fileSentence(path: string, code: FileCode | ReadOnlyCode | SaveCode | 'no-file'): string {
  return `${path} ${fileFacts[code]}`;
}

const fileFacts: Readonly<Record<FileCode | ReadOnlyCode | SaveCode | 'no-file', string>> = {
  'no-file': 'is not there; check the name, or make it with the set command.',
  folder: 'is a folder; name the file in it, such as clearml.conf.',
  'not-a-file': 'is no ordinary file; name a file.',
  'reserved-name': 'has a name that Windows keeps for a device or a stream; choose another one.',
  'link-loop': 'is a link that leads back to itself; remove the link and name the file it should lead to.',
  'no-permission': 'may not be read by you; if it is yours, allow it (chmod u+r), else ask its owner.',
  'too-large-to-open': 'is larger than 10 MiB, so it is hardly a clearml.conf; check the name.',
  'disk-error': 'could not be read or written: the disk reported an error; try another place.',
  'not-utf-8': 'is not UTF-8, which ClearML needs; save it as UTF-8 in a text editor.',
  'too-large-to-save': 'is larger than 1 MiB and is not changed; make it smaller first.',
  'read-only-file': 'may not be written; allow it (chmod u+w) or use --dry-run.',
  'read-only-folder': 'lies in a folder that may not be written; allow it (chmod u+w) or use --dry-run.',
  'no-folder': 'lies in a folder that is not there; make the folder first.',
  'changed-on-disk': 'was changed by another program meanwhile; run the command again.',
  'exists-already': 'was made by another program meanwhile; run the command again.',
  'disk-full': 'was not changed: the disk is full; make room and run the command again.',
  'cannot-replace': 'cannot be replaced where it lies (a mount, or in use); change it in its own place.',
  'no-recovery-copy': 'can only be written in its own place, and no copy could be put aside; make room and try again.',
  'half-written': 'was written only in part: the disk failed; run any command that saves, to put the former text back.',
  'not-confirmed': 'was written, but the disk reported an error right after, so it may not last; check the disk.',
  'read-back-differs': 'does not hold what was written: the disk or another program changed it; look at it.',
};

export function notUtf8Sentence(path: string, line: number, utf16: boolean): string {
  const kind = utf16 ? 'is UTF-16, not UTF-8' : `is not UTF-8 (line ${line})`;
  return `${path} ${kind}, so ClearML cannot read it; save it as UTF-8 in a text editor.`;
}

/** The same place twice, as compilers write it, and the sentence. */
export function placedSentence(path: string, place: Pick<Problem, 'line' | 'column'>, sentence: string): string {
  return `${path}:${place.line}:${place.column}: ${sentence}`;
}

const refusals: Readonly<Record<RefusalCode, string>> = {
  'empty-list-item': 'ClearML drops empty texts from lists, so it cannot be written there',
  'null-in-nested-list': 'ClearML cannot read null in a list within a list',
  'lone-surrogate': 'the text holds half a sign, which no file can hold',
  'not-finite': 'it is no finite number',
  'not-a-number': 'it is no number that ClearML can read',
  'too-deep': 'it is nested more deeply than ClearML can read',
  'unwritable-key': 'a name with quotes, tabs or line breaks in it cannot be written',
  period: 'ClearML reads a time span only at the very end of a file; write it as text, such as "10s"',
  'unreadable-value': 'ClearML would not read this value back',
  'empty-path': 'the path is empty; write it like api.api_server',
  'not-settings': 'the file is one list, not settings by name',
  'not-found': 'there is nothing at that path',
  'not-a-list': 'there is no list at that path',
  'out-of-range': 'the list has no such place',
  'through-scalar': 'a plain value stands where the path needs a section; unset that first',
  computed: 'the value comes from a substitution or an included file; change it there',
  'already-set': 'it is set already',
  ambiguous: 'more than one commented-out line could be meant; switch one on by hand',
  'unreadable-place': 'the text is broken at that place; mend it first (clearml-conf read says where)',
  'would-not-read-back': 'ClearML would not read the new value there',
  'would-change-others': 'another option would read differently',
};

/** These can go back to a place that cannot be read, even where the edit itself is sound. */
const mayBeBroken: ReadonlySet<RefusalCode> = new Set([
  'unreadable-place',
  'would-not-read-back',
  'would-change-others',
]);

/** Why nothing was changed: of several edits which one it is, which other path is concerned, and what to mend first. */
export function refusalSentence(
  file: string,
  { code, index, path, detail, line }: Refusal & { readonly line: number | null },
  edits: number,
  broken?: Problem,
): string {
  const row = edits > 1 ? `row ${index + 1} (${formatPath(path)}): ` : '';
  const see = line === null ? '' : ` See line ${line}.`;
  const place = line === null ? '' : `, in line ${line}`;
  const concerned = detail === undefined ? see : ` The path concerned is ${detail}${place}.`;
  const first = broken && mayBeBroken.has(code) ? ` Mend line ${broken.line} first: ${problemSentence(broken)}` : '';
  return `${file} was not changed: ${row}${refusals[code]}.${concerned}${first}`;
}

export const editing = {
  notAPath: (text: string) => `"${text}" is no path of an option; write it like sdk.aws.s3.credentials[0].key.`,
  notSet: (option: string, path: string) => `${option} is not set in ${path}, so its default counts.`,
  notTold: (option: string) => `The value of ${option} depends on the environment, and it is not set here.`,
  computed: (option: string) => `${option} is computed in the file; --replace overwrites it with the value.`,
  section: (option: string) => `${option} is a section in the file; --replace takes out all that is in it.`,
  list: (option: string) => `${option} is a list in the file; --replace takes out all that is in it.`,
  sectionLeavesOut: (option: string, first: string, more: number) =>
    `${option} is a section in the file; --replace takes out what the new value leaves out: ${first}${more === 0 ? '' : ` and ${more} more`}.`,
  listLeavesOut: (option: string) =>
    `${option} is a list in the file; --replace takes out the items that the new value leaves out.`,
  nothingGiven: (option: string) =>
    `Standard input was empty, so nothing was changed; an empty text is set with: set ${option} '""'`,
  nothingToUnset: (option: string, path: string, near: string | undefined) =>
    `${option} is not set in ${path}, so nothing was taken out${near === undefined || near === option ? '.' : `; did you mean ${near}?`}`,
  saved: (path: string) => `Saved ${path}`,
  unchanged: (path: string) => `${path} says that already; nothing was written.`,
  editsUnreadable: (path: string) => `${path} cannot be read; check the name, and whether you may read it.`,
  editsNoList: (path: string) => `${path} is no list in JSON, in [ and ]; edit --help shows such a list of edits.`,
  notAnEdit: (path: string, row: number) =>
    `Row ${row} of ${path} is no edit; it needs an op, a path that is a list, and what the op asks for: see edit --help.`,
};

export const keeping = {
  entry: ({ id, time, bytes }: HistoryEntry) => `${id}  ${time}  ${bytes} bytes`,
  nothing: (path: string) => `No former text of ${path} is kept; every save adds one.`,
  noFolder: 'Nothing is kept, as your account has no home folder; set XDG_STATE_HOME to a folder.',
  unreadable: 'The history could not be read; look at the permissions of your state folder.',
  noEntry: (id: string) => `No former text is called ${id}; the history command lists them.`,
  restored: (path: string) => `Restored ${path}`,
};

function sign(subject: string): string {
  return subject === '' ? 'such a sign' : `the sign ${[...subject][0]}`;
}

function codePoint(subject: string): string {
  return `U+${(subject.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
