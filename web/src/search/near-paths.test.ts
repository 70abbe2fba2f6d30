import { expect, it } from 'vitest';
import { rows } from '../form/blocks.ts';
import { nearPaths } from './near-paths.ts';

it.each([
  ['api.api_sever', 'api.api_server'],
  ['sdk.aws.region', 'sdk.aws.s3.region'],
  ['worker_name', 'agent.worker_name'],
  ['API.WEB_SERVER', 'api.web_server'],
])('%s is near %s', (path, near) => {
  expect(nearPaths(path, rows)[0]?.path).toBe(near);
});

it('offers nothing for what is like nothing', () => {
  expect(nearPaths('xyzzyplughqwertzuiop', rows)).toEqual([]);
});
