/** What the person asked for on the command line. A `file` of null means: the one ClearML reads here. */
export type Command =
  | { readonly kind: 'version' }
  /** About one command, or all of them. */
  | { readonly kind: 'help'; readonly about: TerminalCommand['kind'] | null }
  | ServeCommand
  | TerminalCommand;

export interface ServeCommand {
  readonly kind: 'serve';
  readonly file: string | null;
  readonly port: number;
  readonly open: boolean;
  /** Whether a start link must be opened first. */
  readonly link: boolean;
  /** Scheme, name and port of one more address of ours. */
  readonly origin: string | null;
  /** One more address to listen on. */
  readonly host: string | null;
}

/** A command that needs no page. */
export type TerminalCommand =
  | { readonly kind: 'read'; readonly files: readonly string[] }
  | { readonly kind: 'get'; readonly file: string | null; readonly path: string }
  | { readonly kind: 'explain'; readonly file: string | null; readonly path: string }
  | { readonly kind: 'drift'; readonly paths: readonly string[] }
  | ({ readonly kind: 'set'; readonly path: string; readonly value: string; readonly replace: boolean } & EditTarget)
  | ({ readonly kind: 'unset'; readonly path: string; readonly replace: boolean } & EditTarget)
  | EditCommand
  | { readonly kind: 'history'; readonly file: string | null }
  | CheckConnectionCommand
  | ({ readonly kind: 'restore'; readonly id: string } & EditTarget);

export interface CheckConnectionCommand {
  readonly kind: 'check-connection';
  readonly file: string | null;
}

export interface EditCommand extends EditTarget {
  readonly kind: 'edit';
  readonly replace: boolean;
  /** The name of the file that holds the edits. */
  readonly edits: string;
}

export interface EditTarget {
  readonly file: string | null;
  readonly dryRun: boolean;
}

export type Misuse =
  | {
      readonly code:
        | 'unknown-command'
        | 'unknown-option'
        | 'option-without-value'
        | 'option-twice'
        | 'not-a-port'
        | 'not-an-origin';
      readonly word: string;
    }
  | { readonly code: 'missing-argument' | 'too-many-arguments'; readonly command: CommandName };

export type CommandLine =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly misuse: Misuse };

export type CommandName = (ServeCommand | TerminalCommand)['kind'];

type OptionName = 'file' | 'port' | 'no-open' | 'link' | 'origin' | 'host' | 'dry-run' | 'replace' | 'edits';

const takesValue: ReadonlySet<string> = new Set<OptionName>(['file', 'port', 'origin', 'host', 'edits']);

const options: Readonly<Record<CommandName, readonly OptionName[]>> = {
  serve: ['file', 'port', 'no-open', 'link', 'origin', 'host'],
  read: [],
  get: ['file'],
  explain: ['file'],
  drift: [],
  set: ['file', 'dry-run', 'replace'],
  unset: ['file', 'dry-run', 'replace'],
  edit: ['file', 'dry-run', 'replace', 'edits'],
  history: ['file'],
  'check-connection': ['file'],
  restore: ['file', 'dry-run'],
};

const operands: Readonly<Record<CommandName, { readonly least: number; readonly most: number }>> = {
  serve: { least: 0, most: 0 },
  read: { least: 1, most: Number.POSITIVE_INFINITY },
  get: { least: 1, most: 1 },
  explain: { least: 1, most: 1 },
  drift: { least: 1, most: Number.POSITIVE_INFINITY },
  set: { least: 2, most: 2 },
  unset: { least: 1, most: 1 },
  edit: { least: 0, most: 0 },
  history: { least: 0, most: 0 },
  'check-connection': { least: 0, most: 0 },
  restore: { least: 1, most: 1 },
};

const defaultPort = 4000;
const lastPort = 65_535;

/** Reads the words after the program's name. Words with one dash, such as `-5`, are values; `--` ends the options. */
export function readArguments(words: readonly string[]): CommandLine {
  const [first = ''] = words;
  const beforeEnd = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  if (first === '-h' || beforeEnd.includes('--help')) {
    return { ok: true, command: { kind: 'help', about: isCommandName(first) ? first : null } };
  }
  if (first === '--version') return { ok: true, command: { kind: 'version' } };
  const named = first !== '' && !first.startsWith('-');
  if (named && !isCommandName(first)) return { ok: false, misuse: { code: 'unknown-command', word: first } };
  const name = named && isCommandName(first) ? first : 'serve';
  const sorted = sortWords(name, named ? words.slice(1) : words);
  return 'code' in sorted ? { ok: false, misuse: sorted } : commandOf(name, sorted);
}

interface SortedWords {
  readonly given: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
}

function isCommandName(word: string): word is TerminalCommand['kind'] {
  return word !== 'serve' && Object.hasOwn(options, word);
}

function sortWords(name: CommandName, words: readonly string[]): SortedWords | Misuse {
  const given = new Map<string, string>();
  const rest: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--') return { given, rest: [...rest, ...left] };
    if (!word.startsWith('--')) {
      rest.push(word);
      continue;
    }
    const [option = '', ...joined] = word.slice(2).split('=');
    const known = options[name].some((one) => one === option);
    if (!known || (joined.length > 0 && !takesValue.has(option))) return { code: 'unknown-option', word };
    const value = !takesValue.has(option) || joined.length > 0 ? joined.join('=') : left.shift();
    if (value === undefined || (takesValue.has(option) && value === '')) return { code: 'option-without-value', word };
    if (takesValue.has(option) && given.has(option)) return { code: 'option-twice', word: `--${option}` };
    given.set(option, value);
  }
  return { given, rest };
}

function commandOf(name: CommandName, { given, rest }: SortedWords): CommandLine {
  const { least, most } = operands[name];
  const missesEdits = name === 'edit' && !given.has('edits');
  if (rest.length < least || missesEdits) return { ok: false, misuse: { code: 'missing-argument', command: name } };
  if (rest.length > most) return { ok: false, misuse: { code: 'too-many-arguments', command: name } };
  const port = portIn(given.get('port'));
  if (port === null) return { ok: false, misuse: { code: 'not-a-port', word: given.get('port') ?? '' } };
  const origin = given.get('origin');
  if (origin !== undefined && originIn(origin) === null) {
    return { ok: false, misuse: { code: 'not-an-origin', word: origin } };
  }
  return { ok: true, command: build(name, given, rest, port) };
}

function build(
  name: CommandName,
  given: ReadonlyMap<string, string>,
  [path = '', value = '', ...more]: readonly string[],
  port: number,
): Command {
  const file = given.get('file') ?? null;
  const dryRun = given.has('dry-run');
  switch (name) {
    case 'serve':
      return { kind: name, file, port, ...entranceIn(given) };
    case 'read':
      return { kind: name, files: [path, value, ...more].filter((one) => one !== '') };
    case 'get':
    case 'explain':
      return { kind: name, file, path };
    case 'drift':
      return { kind: name, paths: [path, value, ...more].filter((one) => one !== '') };
    case 'set':
      return { kind: name, file, dryRun, path, value, replace: given.has('replace') };
    case 'unset':
      return { kind: name, file, dryRun, replace: given.has('replace'), path };
    case 'edit':
      return { kind: name, file, dryRun, replace: given.has('replace'), edits: given.get('edits') ?? '' };
    case 'history':
    case 'check-connection':
      return { kind: name, file };
    case 'restore':
      return { kind: name, file, dryRun, id: path };
  }
}

/** How the page is reached. Another address to listen on is never without a start link. */
function entranceIn(given: ReadonlyMap<string, string>): Pick<ServeCommand, 'open' | 'link' | 'origin' | 'host'> {
  const host = given.get('host') ?? null;
  const link = given.has('link') || host !== null;
  return { open: !given.has('no-open'), link, origin: originIn(given.get('origin') ?? ''), host };
}

/** The origin as browsers write it; null for what is no plain web address. */
function originIn(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, origin, pathname, search, hash, username, password } = new URL(text);
  const web = protocol === 'http:' || protocol === 'https:';
  return web && pathname === '/' && search + hash + username + password === '' ? origin : null;
}

function portIn(text = String(defaultPort)): number | null {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= lastPort ? port : null;
}
