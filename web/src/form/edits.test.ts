import type { Edit, Path } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { type Addresses, formEdits } from './edits.ts';
import { type FieldValue, type FormData, heldText, type MapValue } from './value.ts';

const s3: Path = ['sdk', 'aws', 's3'];
const addresses: Addresses = {
  pathOf: (key) => [...s3, ...key.split('.')],
  isSecret: (path) => path.at(-1) === 'secret',
};
const map = (...rows: MapValue['rows']): MapValue => ({ kind: 'map', rows });
const number = (source: string): FieldValue => ({ kind: 'number', source });
const minio = map(['host', 'minio:9000'], ['secret', 'a']);
const ceph = map(['host', 'ceph:443']);
const other = map(['bucket', 'data']);
const list: Path = [...s3, 'credentials'];

const cases: readonly { name: string; before: FormData; after: FormData; edits: readonly Edit[] }[] = [
  { name: 'nothing done is no edit', before: { region: 'x' }, after: { region: 'x' }, edits: [] },
  { name: 'an undefined value is not in the file', before: {}, after: { region: undefined }, edits: [] },
  {
    name: 'a value typed where there was none',
    before: {},
    after: { region: 'eu' },
    edits: [{ op: 'set', path: [...s3, 'region'], value: 'eu' }],
  },
  {
    name: 'empty text is a value',
    before: {},
    after: { region: '' },
    edits: [{ op: 'set', path: [...s3, 'region'], value: '' }],
  },
  {
    name: 'a value taken away',
    before: { region: 'eu' },
    after: { region: undefined },
    edits: [{ op: 'unset', path: [...s3, 'region'] }],
  },
  {
    name: 'a secret says so, so that its old value goes',
    before: { secret: 'a' },
    after: {},
    edits: [{ op: 'unset', path: [...s3, 'secret'], secret: true }],
  },
  {
    name: 'a number keeps its spelling',
    before: { 'multipart.size': number('72') },
    after: { 'multipart.size': number('72.0') },
    edits: [{ op: 'set', path: [...s3, 'multipart', 'size'], value: { kind: 'number', source: '72.0' } }],
  },
  {
    name: 'another name keeps the row where it is',
    before: { files: map(['a', 'x'], ['b', 'y']) },
    after: { files: map(['c', 'x'], ['b', 'y']) },
    edits: [{ op: 'rename', path: [...s3, 'files', 'a'], to: 'c' }],
  },
  {
    name: 'another name for a secret says so',
    before: { files: map(['secret', 'x']) },
    after: { files: map(['c', 'x']) },
    edits: [{ op: 'rename', path: [...s3, 'files', 'secret'], to: 'c', secret: true }],
  },
  {
    name: 'another name and another value',
    before: { files: map(['a', 'x'], ['b', 'y']) },
    after: { files: map(['c', 'z'], ['b', 'y']) },
    edits: [
      { op: 'rename', path: [...s3, 'files', 'a'], to: 'c' },
      { op: 'set', path: [...s3, 'files', 'c'], value: 'z' },
    ],
  },
  {
    name: 'two names that are others are other rows',
    before: { files: map(['a', 'x'], ['b', 'y']) },
    after: { files: map(['b', 'y'], ['a', 'x']) },
    edits: [],
  },
  { name: 'letters are no number yet', before: {}, after: { retries: heldText('3x', undefined) }, edits: [] },
  {
    name: 'letters over a number leave the number',
    before: { retries: number('3') },
    after: { retries: heldText('3x', number('3')) },
    edits: [],
  },
  {
    name: 'a number after letters',
    before: { retries: heldText('3x', number('3')) },
    after: { retries: number('35') },
    edits: [{ op: 'set', path: [...s3, 'retries'], value: { kind: 'number', source: '35' } }],
  },
  { name: 'a new empty item', before: {}, after: { args: [heldText('', undefined)] }, edits: [] },
  {
    name: 'an emptied item, while another one is changed',
    before: { args: ['-v', '/a'] },
    after: { args: [heldText('', '-v'), '/b'] },
    edits: [{ op: 'set', path: [...s3, 'args', 1], value: '/b' }],
  },
  {
    name: 'an item after a new empty one',
    before: { args: ['-v', heldText('', undefined), '/a'] },
    after: { args: ['-v', heldText('', undefined), '/b'] },
    edits: [{ op: 'set', path: [...s3, 'args', 1], value: '/b' }],
  },
  {
    name: 'an emptied item taken out',
    before: { args: ['-v', heldText('', '/a')] },
    after: { args: ['-v'] },
    edits: [{ op: 'remove', path: [...s3, 'args', 1] }],
  },
  {
    name: 'one member of one entry',
    before: { credentials: [minio, ceph] },
    after: { credentials: [map(['host', 'minio:9000'], ['secret', 'b']), ceph] },
    edits: [{ op: 'set', path: [...list, 0, 'secret'], value: 'b', secret: true }],
  },
  {
    name: 'a member of an entry taken away',
    before: { credentials: [minio] },
    after: { credentials: [map(['secret', 'a'])] },
    edits: [{ op: 'unset', path: [...list, 0, 'host'] }],
  },
  {
    name: 'an entry added at the end',
    before: { credentials: [minio] },
    after: { credentials: [minio, ceph] },
    edits: [{ op: 'append', path: list, value: new Map([['host', 'ceph:443']]) }],
  },
  {
    name: 'the first entry of a list that is not in the file',
    before: {},
    after: { credentials: [ceph] },
    edits: [{ op: 'set', path: list, value: [new Map([['host', 'ceph:443']])] }],
  },
  {
    name: 'an entry put in between',
    before: { credentials: [minio, ceph] },
    after: { credentials: [minio, other, ceph] },
    edits: [{ op: 'insert', path: [...list, 1], value: new Map([['bucket', 'data']]) }],
  },
  {
    name: 'an entry taken out',
    before: { credentials: [minio, ceph, other] },
    after: { credentials: [minio, other] },
    edits: [{ op: 'remove', path: [...list, 1] }],
  },
  {
    name: 'all entries taken out, the last first',
    before: { credentials: [minio, ceph] },
    after: { credentials: [] },
    edits: [
      { op: 'remove', path: [...list, 1] },
      { op: 'remove', path: [...list, 0] },
    ],
  },
  {
    name: 'an entry moved down',
    before: { credentials: [minio, ceph, other] },
    after: { credentials: [ceph, minio, other] },
    edits: [{ op: 'move', path: [...list, 0], to: 1 }],
  },
  {
    name: 'the last entry moved to the top',
    before: { credentials: [minio, ceph, other] },
    after: { credentials: [other, minio, ceph] },
    edits: [{ op: 'move', path: [...list, 2], to: 0 }],
  },
  {
    name: 'a duplicated entry',
    before: { credentials: [minio, ceph] },
    after: { credentials: [minio, minio, ceph] },
    edits: [
      {
        op: 'insert',
        path: [...list, 1],
        value: new Map([
          ['host', 'minio:9000'],
          ['secret', 'a'],
        ]),
      },
    ],
  },
  {
    name: 'a text of a list of texts',
    before: { args: ['-v', '/a', '-e'] },
    after: { args: ['-v', '/b', '-e'] },
    edits: [{ op: 'set', path: [...s3, 'args', 1], value: '/b' }],
  },
  {
    name: 'names that are special elsewhere are ordinary names here',
    before: { extra: map(['__proto__', 'a']) },
    after: { extra: map(['__proto__', 'b'], ['constructor', 'c']) },
    edits: [
      { op: 'set', path: [...s3, 'extra', '__proto__'], value: 'b' },
      { op: 'set', path: [...s3, 'extra', 'constructor'], value: 'c' },
    ],
  },
];

describe('the edits between two states of a form', () => {
  it.each(cases)('$name', ({ before, after, edits }) => {
    expect(formEdits(before, after, addresses)).toEqual(edits);
  });
});
