import { describe, expect, it } from 'vitest';
import { draftOf, withEdits } from '../draft/draft.ts';
import { outcomeOf } from '../draft/outcome.ts';
import { withRefused } from './refused.ts';
import type { FormData } from './value.ts';

function shown(data: FormData, text: string, path: string, value: string): FormData {
  const at = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const draft = withEdits(draftOf(text), [{ op: 'set', path: at, value }]);
  return withRefused(data, (key) => ['api', key], ['host', 'list'], outcomeOf(draft).refusals, draft.edits);
}

describe('a text that was refused', () => {
  it('stays in its box', () => {
    expect(shown({}, 'api: 5\n', 'api.host', 'typed')).toEqual({ host: 'typed' });
  });

  it('stays in its place of a list', () => {
    expect(shown({ list: ['a', 'b'] }, 'api { list: ["a", "b"] }\n', 'api.list.1', '\ud800')).toEqual({
      list: ['a', '\ud800'],
    });
  });

  it('is not shown once it is in the file', () => {
    expect(shown({ host: 'said' }, 'api { host: a }\n', 'api.host', 'typed')).toEqual({ host: 'said' });
  });
});
