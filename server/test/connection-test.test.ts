import type { ConnectionQuery } from '@clearml-conf/shared';
import { describe, expect, test } from 'vitest';
import { goodKeys } from '../../e2e/clearml-server.ts';
import { faults } from './connection-faults.ts';
import { askForSteps } from './connection-steps.ts';
import { serveFile } from './served-file.ts';

const usual: ConnectionQuery = { api: '', web: null, files: null, ...goodKeys, verify: null };
const secrets = [goodKeys.accessKey, goodKeys.secretKey, encodeURIComponent(goodKeys.secretKey), 'pass-of-the-proxy'];

describe('a connection test finds', () => {
  test.each(Object.entries(faults))('%s', async (_name, fault) => {
    const { query, environment = {}, step = 'api', told } = await fault();
    const { port } = await serveFile('', new Map(Object.entries(environment)));
    const answer = await askForSteps(port, { ...usual, ...query });
    expect(answer.steps.find((one) => one.step === step && one.state === 'failed')).toMatchObject(told);
    for (const secret of secrets) expect(answer.text).not.toContain(secret);
    expect(answer.milliseconds).toBeLessThan(6000);
  });
});
