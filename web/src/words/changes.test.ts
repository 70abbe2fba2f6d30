import { changedSettings, parse } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { changePath, changeTitle, effectInWords, sideInWords } from './changes.ts';

/** Everything the review says of the changes from one text to another. */
function said(before: string, after: string): string {
  return changedSettings(parse(before), parse(after))
    .flatMap((change) => [
      changeTitle(change),
      changePath(change),
      sideInWords(change, 'before'),
      sideInWords(change, 'after'),
      effectInWords(change, undefined),
    ])
    .join('\n');
}

describe('the review says no secret', () => {
  it.each([
    ['a word for docker', 'agent.extra_docker_arguments: ["-e", "HF_TOKEN=canary"]'],
    ['an address', 'api.api_server: "http://me:canary@a"'],
    ['a key that nobody knows', 'my.session_token: canary'],
    ['a value below such a key', 'my.password: { a: canary, b: [canary] }'],
    ['a name', 'my { "https://me:canary@host": 1 }'],
    ['an expression', 'api.api_server: "https://me:canary@"${HOST}'],
    ['an entry', 'sdk.aws.s3.credentials: [{ bucket: "b", password: canary }]'],
    ['a variable', 'environment { A: canary }'],
    ['a list of lists', 'my.list: [["TOKEN=canary"]]'],
  ])('%s', (_, text) => {
    for (const words of [said('', text), said(text, '')]) {
      expect(words).not.toContain('canary');
      expect(words).toMatch(/••••••••|hidden|secret/i);
    }
  });

  it('and says the rest', () => {
    const words = said('', 'agent.extra_docker_arguments: ["-e", "HF_TOKEN=canary", "--ipc=host"]');
    expect(words).toContain('“HF_TOKEN=••••••••”');
    expect(words).toContain('“--ipc=host”');
  });
});
