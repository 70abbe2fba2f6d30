import { describe, expect, it } from 'vitest';
import { readText } from '../draft/derived.ts';
import { settingLines } from './setting-lines.ts';

describe('the settings of the lines of a file', () => {
  it('are those whose row shows the line: each line of a list or map, and a commented-out twin', () => {
    const text = [
      'api {',
      '  # web_server: ""',
      '  api_server: "a"',
      '}',
      'sdk.aws.s3.credentials: [',
      '  { bucket: b',
      '  }',
      ']',
      'unknown: 1',
    ].join('\n');
    expect([...settingLines(readText(text))].sort(([one], [other]) => one - other)).toEqual([
      [1, 'api.web_server'],
      [2, 'api.api_server'],
      [4, 'sdk.aws.s3.credentials'],
      [5, 'sdk.aws.s3.credentials'],
      [6, 'sdk.aws.s3.credentials'],
      [7, 'sdk.aws.s3.credentials'],
    ]);
  });
});
