import { describe, expect, it } from 'vitest';
import { readText } from '../draft/derived.ts';
import { settingLines } from './setting-lines.ts';

function settingsOf(text: string): readonly (string | undefined)[] {
  const settingOf = settingLines(readText(text));
  return text.split('\n').map((_, line) => settingOf(line));
}

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
    const list = 'sdk.aws.s3.credentials';
    expect(settingsOf(text)).toEqual([
      undefined,
      'api.web_server',
      'api.api_server',
      undefined,
      list,
      list,
      list,
      list,
      undefined,
    ]);
  });

  it('are the last ones where several stand in a line', () => {
    expect(settingsOf('api { web_server: a, api_server: b }, agent { }')).toEqual(['api.api_server']);
    expect(settingsOf('api: { web_server: a } { api_server: b } # x')).toEqual(['api.api_server']);
    expect(settingsOf('api.web_server: a, agent.worker_id: """b\n""", api { api_server\n:')).toEqual([
      'agent.worker_id',
      'api.api_server',
      'api.api_server',
    ]);
  });
});
