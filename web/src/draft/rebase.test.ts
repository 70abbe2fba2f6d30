import type { Edit, Path } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { type Draft, draftOf, withEdits } from './draft.ts';
import { outcomeOf } from './outcome.ts';
import { rebaseOn } from './rebase.ts';

const list: Path = ['sdk', 'aws', 's3', 'credentials'];
const loaded = `api { api_server: "a" }
sdk.aws.s3.credentials: [{ host: "one:9000" }, { host: "two:9000" }]
`;
const elsewhere = `# seen\n${loaded}`;
const shifted = loaded.replace('[{', '[{ host: "new:9000" }, {');
const server: Edit = { op: 'set', path: ['api', 'api_server'], value: 'b' };
const first: Edit = { op: 'set', path: [...list, 0, 'host'], value: 'mine:9000' };
const gone: Edit = { op: 'remove', path: [...list, 0] };
const added: Edit = { op: 'append', path: list, value: new Map([['host', 'added:9000']]) };
const given: Edit = { op: 'set', path: list, value: [new Map([['host', 'given:9000']])] };

function on(text: string, draft: Draft) {
  const { draft: along, left } = rebaseOn(loaded, text)(draft);
  return { text: outcomeOf(along).text, left };
}

function drafted(...edits: readonly Edit[]): Draft {
  return withEdits(draftOf(loaded), edits);
}

describe('a draft on a file that changed outside', () => {
  it('takes along what is meant for entries of a list that did not change', () => {
    expect(on(elsewhere, drafted(server, first))).toEqual({
      text: elsewhere.replace('"a"', '"b"').replace('one:', 'mine:'),
      left: [],
    });
  });

  it.each([
    ['changed', [first]],
    ['removed', [gone]],
    ['added and then changed', [added, { ...first, path: [...list, 2, 'host'] }]],
  ] as const)('names a list with other entries now and leaves it alone where one was %s', (_, edits) => {
    expect(on(shifted, drafted(server, ...edits))).toEqual({ text: shifted.replace('"a"', '"b"'), left: [list] });
  });

  it('adds to a list whatever entries it has now', () => {
    const { text, left } = on(shifted, drafted(added));
    expect(left).toEqual([]);
    expect(text).toMatch(/new:9000.*one:9000.*two:9000.*added:9000/s);
  });

  it('keeps a list that was given as a whole, with what was done in it', () => {
    const { text, left } = on(shifted, drafted(given, first));
    expect(left).toEqual([]);
    expect(text).toContain('mine:9000');
    expect(text).not.toContain('new:9000');
  });

  it('keeps what differs only because the draft began with another text', () => {
    const former = draftOf(loaded.replace('"a"', '"former"').replace('}\n', '\n  web_server: "w" }\n'));
    const { text } = on(elsewhere, former);
    expect(text).toContain('api_server: "former"');
    expect(text).toContain('web_server: "w"');
    expect(text).toContain('# seen');
  });

  it('says so where it differs in nothing but text', () => {
    const broken = 'api { api_server: "a"\n';
    expect(rebaseOn(broken, `# seen\n${broken}`)(draftOf(`${broken}}\n`)).isTextLeft).toBe(true);
    expect(rebaseOn(loaded, elsewhere)(drafted(server)).isTextLeft).toBe(false);
  });
});
