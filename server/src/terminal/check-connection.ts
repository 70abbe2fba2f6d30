import type { ConnectionStep, ConnectionStepName, Layers, Use } from '@clearml-conf/shared';
import { connectionSettings, provenanceOf, settingNamed, toJson } from '@clearml-conf/shared';
import type { CheckConnectionCommand } from '../arguments.ts';
import { addressText, readAddress } from '../connection/address.ts';
import { type Asking, testConnection } from '../connection/connection-test.ts';
import { hostedApi, inferredFiles, inferredWeb } from '../connection/inferred.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { checking, stepSentence } from './connection-sentences.ts';
import { faultOnLoading, layersOf, openFiles } from './opened-files.ts';
import type { Outcome } from './outcome.ts';
import { failure } from './outcome.ts';

/** Tests the connection with what ClearML would use here, and prints a line as each step ends. */
export async function checkConnection(
  { file }: Pick<CheckConnectionCommand, 'file'>,
  surroundings: Surroundings,
  print: (line: string) => void,
): Promise<Outcome> {
  const { environment, folder } = surroundings;
  const files = await openFiles(file, surroundings);
  if ('exitCode' in files) return files;
  const fault = faultOnLoading(files, environment);
  if (fault) return fault;
  const uses = usesIn(layersOf(files, environment));
  const [unknown] = [...uses].filter(([, use]) => isUntold(use));
  if (unknown) return failure(checking.notTold(unknown[0]));
  const say = (line: string) => print(`${line.replace(unprintable, ' ')}\n`);
  say(checking.file(files.own.name, files.own.exists));
  const asking = askingFrom(uses, environment);
  for (const line of asides(uses, asking)) say(line);
  const inOrder = printerInOrder(say);
  await testConnection(asking, { environment, folder, ownPort: null }, inOrder.tell, new AbortController().signal);
  return { exitCode: inOrder.isGood() ? 0 : 1 };
}

/** Signs that a terminal takes for a command, or that turn the direction of writing. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

type Uses = ReadonlyMap<string, Use>;

const verifying = 'api.verify_certificate';
const oldApi = 'api.host';

/** What the SDK would use of each setting that a connection is made of. */
function usesIn(layers: Layers): Uses {
  const paths = [...connectionSettings, verifying, oldApi];
  return new Map(
    paths.flatMap((path) => {
      const setting = settingNamed(path);
      const uses = setting ? provenanceOf(setting, path.split('.'), layers).uses : [];
      return uses.filter(({ program }) => program === 'sdk').map((use) => [path, use] as const);
    }),
  );
}

/** Whether there is a value that cannot be told here, such as one from an include that is not opened. */
function isUntold({ from, value }: Use): boolean {
  if (value === undefined) return from === 'file' || from === 'variable';
  const json = toJson(value);
  return json !== null && typeof json === 'object' && '$unresolved' in json;
}

/** The text of a setting; null where it is empty or not set. */
function textOf(uses: Uses, path: string): string | null {
  const value = uses.get(path)?.value;
  const json = value === undefined ? null : toJson(value);
  const text = json === null || typeof json === 'object' ? '' : String(json);
  return text === '' ? null : text;
}

function askingFrom(uses: Uses, environment: ReadonlyMap<string, string>): Asking {
  const api = textOf(uses, 'api.api_server') ?? textOf(uses, oldApi) ?? hostedApi;
  const web = textOf(uses, 'api.web_server') ?? inferredWeb(api);
  const accessKey = uses.get('api.credentials.access_key');
  return {
    api,
    web,
    files: textOf(uses, 'api.files_server') ?? inferredFiles(web),
    accessKey: textOf(uses, 'api.credentials.access_key'),
    secretKey: textOf(uses, 'api.credentials.secret_key'),
    verify: verifyOf(uses.get(verifying)),
    ...(accessKey?.from === 'token' && { token: environment.get(accessKey.name ?? '')?.trim() ?? '' }),
  };
}

function verifyOf(use: Use | undefined): Asking['verify'] {
  if (use?.value === undefined) return null;
  const value = toJson(use.value);
  if (value === null) return false;
  return typeof value === 'boolean' || typeof value === 'string' ? value : String(value);
}

/** What somebody who only looks at the file would not expect. */
function asides(uses: Uses, { api, web, files }: Asking): readonly string[] {
  const overridden = [...uses].flatMap(([path, { from, name }]) =>
    from === 'variable' && name !== null ? [checking.variable(name, path, shown(uses, path))] : [],
  );
  const token = [...uses.values()].find(({ from }) => from === 'token');
  const inferred = [
    ['api.api_server', textOf(uses, 'api.api_server') ?? textOf(uses, oldApi), api],
    ['api.web_server', textOf(uses, 'api.web_server'), web],
    ['api.files_server', textOf(uses, 'api.files_server'), files],
  ] as const;
  return [
    ...overridden,
    ...(token?.name ? [checking.token(token.name)] : []),
    ...inferred.flatMap(([path, set, taken]) =>
      set === null && taken !== null ? [checking.inferred(path, taken)] : [],
    ),
  ];
}

/** A value that may be shown: of an address the part without user and password, of keys nothing. */
function shown(uses: Uses, path: string): string | null {
  const text = textOf(uses, path);
  if (path === verifying) return text;
  const address = text === null || path.startsWith('api.credentials') ? null : readAddress(text);
  return address && addressText(address);
}

const order: readonly ConnectionStepName[] = ['web', 'api', 'files', 'login'];

/** Prints the steps in their own order, whichever ends first. */
function printerInOrder(say: (line: string) => void) {
  const ended = new Map<ConnectionStepName, ConnectionStep>();
  let printed = 0;
  const tell = (step: ConnectionStep) => {
    if (step.state !== 'running') ended.set(step.step, step);
    for (let next = nextOf(); next; next = nextOf()) {
      say(stepSentence(next) ?? '');
      printed += 1;
    }
  };
  const nextOf = () => {
    const name = order[printed];
    return name === undefined ? undefined : ended.get(name);
  };
  const isGood = () =>
    ended.get('login')?.state === 'passed' && [...ended.values()].every(({ state }) => state !== 'failed');
  return { tell, isGood };
}
