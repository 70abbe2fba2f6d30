import {
  accessKey,
  apiServer,
  type ConfigValue,
  type ConnectionQuery,
  connectionEdits,
  connectionSettings,
  type Edit,
  filesServer,
  hasSecret,
  type PastedSetting,
  type Proposal,
  proposeServers,
  type Reading,
  type ServerRole,
  type Servers,
  sameValue,
  secretKey,
  webServer,
} from '@clearml-conf/shared';

/** Where a value on the page comes from. `proposed`: worked out from another server · `mended`: a fix of the test. */
export type EntrySource = 'none' | 'file' | 'pasted' | 'proposed' | 'typed' | 'mended';

/** One setting on the way into the file. */
export interface Entry {
  readonly setting: string;
  /** Empty text where there is none yet. */
  readonly value: ConfigValue;
  readonly source: EntrySource;
  readonly isChosen: boolean;
  /** It is a key, or has a password in it. */
  readonly secret: boolean;
  readonly reading: Reading | undefined;
}

type Readings = ReadonlyMap<string, Reading>;

export const verifySetting = 'api.verify_certificate';
const serverOf: Readonly<Record<ServerRole, string>> = { web: webServer, api: apiServer, files: filesServer };
export const serverSettings: readonly string[] = Object.values(serverOf);
const keySettings: readonly string[] = [accessKey, secretKey];

/**
 * The five settings of a connection, then whatever else was pasted. Only the connection is chosen beforehand, and of it
 * nothing that the file works out from other values.
 */
export function entriesOf(pasted: readonly PastedSetting[], readings: Readings): readonly Entry[] {
  const given = new Map(pasted.map(({ path, value }) => [path.join('.'), value]));
  const names = new Set([
    ...connectionSettings,
    ...(readings.get(verifySetting)?.value === undefined ? [] : [verifySetting]),
    ...given.keys(),
  ]);
  const all = [...names].map((setting): Entry => {
    const reading = readings.get(setting);
    const value = given.get(setting);
    const entry = { setting, reading, secret: isHidden(setting, value ?? reading?.value) };
    if (value === undefined) return { ...entry, ...inFile(reading), isChosen: false };
    const isWanted = setting.startsWith('api.') && reading?.state !== 'computed';
    return { ...entry, value, source: 'pasted', isChosen: isWanted };
  });
  return withProposals(all);
}

function isHidden(setting: string, value: ConfigValue | undefined): boolean {
  return hasSecret(setting.split('.'), typeof value === 'string' ? value : '');
}

/** The entries beside a file that may have changed meanwhile. */
export function refreshed(entries: readonly Entry[], readings: Readings): readonly Entry[] {
  const all = entries.map((entry): Entry => {
    const reading = readings.get(entry.setting);
    if (reading === entry.reading) return entry;
    if (entry.source !== 'file' && entry.source !== 'none') return { ...entry, reading };
    return { ...entry, reading, ...inFile(reading), secret: isHidden(entry.setting, reading?.value) };
  });
  return all.some((entry, at) => entry !== entries[at]) ? withProposals(all) : entries;
}

/**
 * What a second paste leaves of the first: servers where it names none, keys where it has none. A connection often comes
 * in two pieces, an address and a key pair.
 */
export function keptBeside(pasted: readonly PastedSetting[], before: readonly Entry[]): readonly PastedSetting[] {
  const names = pasted.map(({ path }) => path.join('.'));
  const groups = [serverSettings, keySettings].filter((group) => !group.some((setting) => names.includes(setting)));
  return before.flatMap(({ setting, value, source, secret }) => {
    const isGiven = source === 'pasted' || source === 'typed' || source === 'mended';
    return isGiven && groups.some((group) => group.includes(setting))
      ? [{ path: setting.split('.'), value, secret }]
      : [];
  });
}

/** Whether nobody could sign in yet. */
export function lacksKeys(entries: readonly Entry[]): boolean {
  return entries.some(({ setting, value }) => keySettings.includes(setting) && value === '');
}

function inFile(reading: Reading | undefined): Pick<Entry, 'value' | 'source'> {
  const value = reading?.value;
  return value === undefined || value === '' ? { value: '', source: 'none' } : { value, source: 'file' };
}

/** The entry with a value that somebody typed or that mends it; what was proposed beside it is worked out anew. */
export function withValue(
  entries: readonly Entry[],
  setting: string,
  value: ConfigValue,
  source: EntrySource,
): readonly Entry[] {
  const known = entries.some((entry) => entry.setting === setting) ? entries : [...entries, bare(setting)];
  return withProposals(
    known.map((entry) => (entry.setting === setting ? { ...entry, value, source, isChosen: value !== '' } : entry)),
  );
}

function bare(setting: string): Entry {
  return { setting, value: '', source: 'none', isChosen: false, secret: false, reading: undefined };
}

export function withChosen(entries: readonly Entry[], setting: string, isChosen: boolean): readonly Entry[] {
  return entries.map((entry) => (entry.setting === setting ? { ...entry, isChosen } : entry));
}

/** The other ways to fill in the servers that nobody has named. */
export function proposalsFor(entries: readonly Entry[]): readonly Proposal[] {
  return proposeServers(namedServers(entries));
}

/** Takes one of the proposals. */
export function withProposal(entries: readonly Entry[], { servers }: Proposal): readonly Entry[] {
  return entries.map((entry) => {
    const role = roleOfSetting(entry.setting);
    if (!role || !isOpen(entry)) return entry;
    return { ...entry, value: servers[role], source: 'proposed', isChosen: true };
  });
}

function withProposals(entries: readonly Entry[]): readonly Entry[] {
  const [first] = proposalsFor(entries);
  if (first) return withProposal(entries, first);
  return entries.map((entry) =>
    entry.source === 'proposed' ? { ...entry, value: '', source: 'none', isChosen: false } : entry,
  );
}

function namedServers(entries: readonly Entry[]): Servers {
  const named = (setting: string): string | null => {
    const entry = entries.find((one) => one.setting === setting);
    return entry && !isOpen(entry) && typeof entry.value === 'string' ? entry.value : null;
  };
  return { web: named(webServer), api: named(apiServer), files: named(filesServer) };
}

/** Whether nobody has said what it is. */
function isOpen({ source }: Entry): boolean {
  return source === 'none' || source === 'proposed';
}

function roleOfSetting(setting: string): ServerRole | undefined {
  return (['web', 'api', 'files'] as const).find((role) => serverOf[role] === setting);
}

/** Whether choosing the entry changes what ClearML reads from the file. */
export function isNews({ value, reading, source }: Entry): boolean {
  if (source === 'file' || value === '') return false;
  return reading?.value === undefined || !sameValue(reading.value, value);
}

/** What is to be written: what is chosen and is not so yet. */
export function editsOf(entries: readonly Entry[]): readonly Edit[] {
  const wanted = entries.filter((entry) => entry.isChosen && isNews(entry));
  return connectionEdits(wanted.map(({ setting, value }) => ({ path: setting.split('.'), value })));
}

/** What a test tries: the values as they will be, on screen and nowhere else. Null without an API server. */
export function queryOf(entries: readonly Entry[]): ConnectionQuery | null {
  const text = (setting: string): string | null => {
    const value = effective(entries.find((entry) => entry.setting === setting));
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const api = text(apiServer);
  if (api === null) return null;
  return {
    api,
    web: text(webServer),
    files: text(filesServer),
    accessKey: text(accessKey),
    secretKey: text(secretKey),
    verify: verifyOf(entries.find((entry) => entry.setting === verifySetting)),
  };
}

/** A null in the file turns the check off, as empty text does. */
function verifyOf(entry: Entry | undefined): boolean | string | null {
  const value = entry && (entry.isChosen || entry.source === 'file' ? entry.value : entry.reading?.value);
  if (value === null) return false;
  return typeof value === 'boolean' || typeof value === 'string' ? value : null;
}

function effective(entry: Entry | undefined): ConfigValue | undefined {
  return entry && (entry.isChosen || entry.source === 'file') ? entry.value : entry?.reading?.value;
}
