import type { ConnectionQuery, ConnectionStepName } from '@clearml-conf/shared';
import { describe, expect, test } from 'vitest';
import { goodKeys } from '../../e2e/clearml-server.ts';
import { checkConnection } from '../src/terminal/check-connection.ts';
import { faults } from './connection-faults.ts';
import { askForSteps } from './connection-steps.ts';
import { ownClock } from './own-clock.ts';
import { serveFile, surroundingsIn } from './served-file.ts';

const usual: ConnectionQuery = { api: '', web: null, files: null, ...goodKeys, verify: null };
const secrets = [goodKeys.accessKey, goodKeys.secretKey, encodeURIComponent(goodKeys.secretKey), 'pass-of-the-proxy'];
/** Of its own clock: five seconds over all, whatever else the machine has to do. */
const patience = 5000;

/** A file that says what the query asks. */
function fileSaying({ api, web, files, accessKey, secretKey, verify }: ConnectionQuery): string {
  const credentials = { access_key: accessKey, secret_key: secretKey };
  const addresses = {
    api_server: api,
    ...(web !== null && { web_server: web }),
    ...(files !== null && { files_server: files }),
  };
  return JSON.stringify({ api: { ...addresses, ...(verify !== null && { verify_certificate: verify }), credentials } });
}

interface Printed {
  readonly exitCode: number;
  readonly text: string;
}

async function printed(path: string, folder: string, environment: ReadonlyMap<string, string>): Promise<Printed> {
  let text = '';
  const { exitCode, sentence = '' } = await checkConnection(
    { file: path },
    surroundingsIn(folder, environment),
    (line) => {
      text += line;
    },
  );
  return { exitCode, text: text + sentence };
}

const lineOf: Readonly<Record<ConnectionStepName, RegExp>> = {
  web: /^Web page[:( ].*/m,
  api: /^API server[:( ].*/m,
  files: /^File server[:( ].*/m,
  login: /^Sign-in[:( ].*/m,
};

describe('a connection test finds, on the page and in the terminal,', () => {
  test.each(Object.entries(faults))('%s', async (_name, fault) => {
    const { query, environment = {}, step = 'api', told, names = [] } = await fault();
    const asked = { ...usual, ...query };
    const variables = new Map(Object.entries(environment));
    const { port, path, folder } = await serveFile(fileSaying(asked), variables);
    const clock = ownClock('cause' in told && told.cause === 'timed-out' ? 10 : 1);
    const [page, terminal] = await Promise.all([askForSteps(port, asked), printed(path, folder, variables)]);
    expect(page.steps.find((one) => one.step === step && one.state === 'failed')).toMatchObject(told);
    const [line = ''] = lineOf[step].exec(terminal.text) ?? [];
    for (const name of names) expect(line).toContain(name);
    expect([line, terminal.exitCode]).toEqual([expect.stringMatching(/\S: \S+ .{10,}\.$/), 1]);
    for (const secret of secrets) expect(page.text + terminal.text).not.toContain(secret);
    expect(clock.passed()).toBeLessThan(patience);
  });
});
