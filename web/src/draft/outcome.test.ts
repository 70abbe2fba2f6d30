import type { Edit } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { derive, readText } from './derived.ts';
import { draftOf, withEdits } from './draft.ts';
import { outcomeOf, unsavedOf } from './outcome.ts';

const base = 'api { api_server: "a" }\nsdk.development: true\n';
const good: Edit = { op: 'set', path: ['api', 'api_server'], value: 'b' };
const bad: Edit = { op: 'set', path: ['sdk', 'development', 'support_stopping'], value: false };

describe('what comes of a draft', () => {
  it('is the text itself while nothing is meant', () => {
    expect(outcomeOf(draftOf(base))).toEqual({ text: base, refusals: [] });
  });

  it('leaves aside what cannot be done, and says so, without holding up the rest', () => {
    const outcome = outcomeOf(withEdits(draftOf(base), [bad, good]));
    expect(outcome.text).toBe(base.replace('"a"', '"b"'));
    expect(outcome.refusals).toEqual([
      { edit: bad, path: bad.path, code: 'through-scalar', detail: 'sdk.development', line: 2 },
    ]);
  });

  it('leaves to be done, once it is saved, what could not be done', () => {
    const draft = withEdits(draftOf(base), [bad, good]);
    expect(unsavedOf(draft, outcomeOf(draft).text)).toEqual({ base: base.replace('"a"', '"b"'), edits: [bad] });
  });

  it('leaves nothing that would hit another entry of a list after the save', () => {
    const list = 'sdk.aws.s3.credentials: [{ host: "a" }, { host: "b" }]\n';
    const credentials = ['sdk', 'aws', 's3', 'credentials'];
    const beyond: Edit = { op: 'set', path: [...credentials, 7, 'host'], value: 'c' };
    const remove: Edit = { op: 'remove', path: [...credentials, 0] };
    expect(unsavedOf(withEdits(draftOf(list), [beyond]), list).edits).toEqual([beyond]);
    expect(unsavedOf(withEdits(draftOf(list), [beyond, remove]), list).edits).toEqual([]);
  });

  it('leaves no secret behind in a comment, wherever the draft came from', () => {
    const text = '# server\napi.api_server: "https://me:canary@h"\n';
    const edits: readonly Edit[] = [{ op: 'unset', path: ['api', 'api_server'] }];
    expect(outcomeOf({ base: text, edits }).text).toBe('# server\n# api.api_server: ""\n');
  });

  it('is no change there and back', () => {
    const there = withEdits(draftOf(base), [good]);
    const back = withEdits(there, [{ ...good, value: 'a' }]);
    expect(derive(base, back)).toMatchObject({ text: base, changes: [] });
  });
});

describe('what is derived', () => {
  it('names the settings that change and shows their lines', () => {
    const { changes, rows } = derive(base, withEdits(draftOf(base), [good]));
    expect(changes.map(({ path, kind, line }) => [path.join('.'), kind, line])).toEqual([
      ['api.api_server', 'changed', 1],
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual(['removed', 'added', 'same']);
  });

  it('tells of problems inside a secret without a sign of it', () => {
    const [inSecret, elsewhere] = readText('secret_key: ab@cd\nname: ab@cd\n').problems;
    expect([inSecret?.code, inSecret?.subject]).toEqual(['needs-quotes', undefined]);
    expect([elsewhere?.code, elsewhere?.subject]).toEqual(['needs-quotes', '@']);
  });
});
