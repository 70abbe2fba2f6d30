import type { Edit, Path } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { draftOf, withEdits } from './draft.ts';

const server: Path = ['api', 'api_server'];
const entry: Path = ['sdk', 'aws', 's3', 'credentials'];
const set = (path: Path, value: string): Edit => ({ op: 'set', path, value });
const unset = (path: Path): Edit => ({ op: 'unset', path });

const cases: readonly { readonly name: string; readonly made: readonly Edit[]; readonly kept: readonly Edit[] }[] = [
  {
    name: 'typing into one setting is one edit',
    made: [set(server, 'h'), set(server, 'ho')],
    kept: [set(server, 'ho')],
  },
  {
    name: 'a setting typed again keeps its place among the others',
    made: [set(server, 'a'), set(['api', 'web_server'], 'b'), set(server, 'c')],
    kept: [set(server, 'c'), set(['api', 'web_server'], 'b')],
  },
  {
    name: 'set and unset of one setting is the last of both',
    made: [set(server, 'a'), unset(server)],
    kept: [unset(server)],
  },
  {
    name: 'a name typed letter by letter is one new name',
    made: [
      { op: 'rename', path: ['environment', 'A'], to: 'AB' },
      { op: 'rename', path: ['environment', 'AB'], to: 'ABC' },
    ],
    kept: [{ op: 'rename', path: ['environment', 'A'], to: 'ABC' }],
  },
  {
    name: 'the old name typed again is none',
    made: [
      { op: 'rename', path: ['environment', 'A'], to: 'AB' },
      { op: 'rename', path: ['environment', 'AB'], to: 'A' },
    ],
    kept: [],
  },
  {
    name: 'replacing a list drops what was meant for its items',
    made: [set([...entry, 0, 'key'], 'a'), unset(entry)],
    kept: [unset(entry)],
  },
  {
    name: 'an item edited before the list shifted is not the item edited after it',
    made: [set([...entry, 1, 'key'], 'a'), { op: 'remove', path: [...entry, 0] }, set([...entry, 1, 'key'], 'b')],
    kept: [set([...entry, 1, 'key'], 'a'), { op: 'remove', path: [...entry, 0] }, set([...entry, 1, 'key'], 'b')],
  },
  {
    name: 'a list replaced and then edited inside keeps both',
    made: [{ op: 'set', path: entry, value: [] }, set([...entry, 0, 'key'], 'a')],
    kept: [{ op: 'set', path: entry, value: [] }, set([...entry, 0, 'key'], 'a')],
  },
  {
    name: 'an inserted item is not lost when the list before it was edited',
    made: [{ op: 'append', path: entry, value: 'x' }, set([...entry, 0, 'key'], 'a'), set([...entry, 0, 'key'], 'b')],
    kept: [{ op: 'append', path: entry, value: 'x' }, set([...entry, 0, 'key'], 'b')],
  },
];

describe('a draft', () => {
  it.each(cases)('$name', ({ made, kept }) => {
    expect(made.reduce((draft, edit) => withEdits(draft, [edit]), draftOf('')).edits).toEqual(kept);
  });
});
