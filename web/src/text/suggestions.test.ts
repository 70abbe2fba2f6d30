import { parse } from '@clearml-conf/shared';
import { describe, expect, test } from 'vitest';
import { isWritten, suggestionsAt } from './suggestions.ts';

/** `|` marks the caret. */
function suggested(marked: string) {
  const offset = marked.indexOf('|');
  const found = suggestionsAt(parse(marked.replace('|', '')), offset);
  return found && { ...found, labels: found.list.map(({ label }) => label) };
}

/** The text after the suggestion is taken, `|` where the caret goes. */
function taken(marked: string, label: string): string | undefined {
  const offset = marked.indexOf('|');
  const found = suggested(marked);
  const one = found?.list.find((suggestion) => suggestion.label === label);
  if (!found || !one) return undefined;
  const text = `${one.insert.slice(0, one.caret)}|${one.insert.slice(one.caret)}`;
  return marked.slice(0, found.from) + text + marked.slice(offset + 1);
}

describe('what could be written at a place', () => {
  test('an empty file: the sections', () => {
    expect(suggested('|')?.labels).toEqual(expect.arrayContaining(['api', 'sdk', 'agent', 'environment']));
  });

  test('a section: its settings and sections, without those it has', () => {
    const labels = suggested('sdk {\n  aws {\n    s3 {\n      region: x\n      |\n    }\n  }\n}')?.labels;
    expect(labels).toContain('credentials');
    expect(labels).not.toContain('region');
  });

  test('a name half typed, also where the text does not read yet', () => {
    expect(suggested('api {\n  web_s|\n}')?.labels).toContain('web_server');
    expect(suggested('api {\n  web_s|')?.labels).toContain('web_server');
  });

  test('a dotted name', () => expect(suggested('sdk.aws.s3.|')?.labels).toContain('region'));

  test('an entry of a list', () => {
    const labels = suggested('sdk.aws.s3.credentials: [\n  { host: "a", | }\n]')?.labels;
    expect(labels).toContain('bucket');
    expect(labels).not.toContain('host');
  });

  test('a choice, with the default said to be it', () => {
    const found = suggested('agent.package_manager.type: |');
    expect(found?.labels).toEqual(expect.arrayContaining(['"pip"', '"conda"', '"poetry"']));
    expect(found?.list.find(({ label }) => label === '"pip"')?.kind).toBe('default');
  });

  test('yes or no', () =>
    expect(suggested('api.verify_certificate: |')?.labels).toEqual(expect.arrayContaining(['true', 'false'])));

  test('nothing for a secret, in a comment, or in the middle of a text', () => {
    expect(suggested('api.credentials.secret_key: |')?.labels ?? []).toEqual([]);
    expect(suggested('api { # web|\n}')).toBeNull();
    expect(suggested('foo: some text |')?.labels ?? []).toEqual([]);
  });

  test.each([
    ['agent.cuda_version: 11.8|', true],
    ['agent.cuda_version: "11.8"|', true],
    ['agent.cuda_version: 11.|', false],
    ['api.verify_certificate: true|', true],
    ['api.verify_certificate: tru|', false],
    ['api { web_server|', false],
  ])('%s holds a whole value: %s', (marked, isWhole) => {
    const found = suggested(marked);
    expect(found && isWritten(marked.slice(found.from, marked.indexOf('|')), found)).toBe(isWhole);
  });

  test('what is taken is written as its neighbours are', () => {
    expect(taken('api {\n  |\n}', 'web_server')).toBe('api {\n  web_server: |\n}');
    expect(taken('api {\n  files_server = "x"\n  web|\n}', 'web_server')).toContain('web_server = |');
    expect(taken('sdk { aws { | } }', 's3')).toBe('sdk { aws { s3 {|} } }');
    expect(taken('sdk { aws { s3 { cred| } } }', 'credentials')).toBe('sdk { aws { s3 { credentials: [|] } } }');
  });
});
