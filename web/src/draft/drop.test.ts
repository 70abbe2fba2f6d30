import type { Edit, Path } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { type Draft, draftOf, withEdits } from './draft.ts';
import { dropOf, dropPath } from './drop.ts';
import { outcomeOf } from './outcome.ts';

const list: Path = ['sdk', 'aws', 's3', 'credentials'];
const file = `api { api_server: "a" }
sdk.aws.s3.credentials: [
  # the first
  { host: "one:9000", key: "k1" }
  { host: "two:9000", key: "k2" }
]
`;
const set = (path: Path, value: string): Edit => ({ op: 'set', path, value });
const move: Edit = { op: 'move', path: [...list, 0], to: 1 };
const server = set(['api', 'api_server'], 'b');

function drafted(base: string, ...edits: readonly Edit[]): Draft {
  return withEdits(draftOf(base), edits);
}

/** The text that is left and the place that was taken back. */
function dropped(draft: Draft, path: Path, loaded = file) {
  const drop = dropOf(loaded, draft, path);
  return drop && { path: drop.path, text: outcomeOf(drop.draft).text };
}

describe('a change taken back alone', () => {
  it('leaves the other changes', () => {
    const draft = drafted(file, server, set([...list, 0, 'host'], 'A:1'));
    expect(dropped(draft, [...list, 0, 'host'])).toEqual({
      path: [...list, 0, 'host'],
      text: file.replace('"a"', '"b"'),
    });
  });

  it('leaves the file as it was when it was the only one', () => {
    expect(dropped(drafted(file, server), server.path)?.text).toBe(file);
  });

  it.each([
    ['moved between edits', [set([...list, 0, 'host'], 'A:1'), move, set([...list, 0, 'host'], 'B:1')]],
    ['moved', [move]],
    [
      'emptied and filled',
      [
        { op: 'remove', path: [...list, 0] },
        { op: 'append', path: list, value: 'x' },
      ],
    ],
  ] as const)('is the whole list where entries were %s', (_, edits) => {
    const draft = drafted(file, server, ...edits);
    expect(dropped(draft, [...list, 0, 'host'])).toEqual({ path: list, text: file.replace('"a"', '"b"') });
    expect(dropPath(file, draft, [...list, 0, 'host'])).toEqual(list);
  });

  it('is the whole of it where something got another name, whichever half is taken back', () => {
    const loaded = 'environment {\n  A: "1"  # first\n  B: "2"\n}\n';
    const draft = drafted(
      loaded,
      { op: 'rename', path: ['environment', 'A'], to: 'C' },
      set(['environment', 'C'], '3'),
      { op: 'rename', path: ['environment', 'C'], to: 'D' },
      set(['environment', 'B'], '4'),
    );
    for (const name of ['A', 'D']) {
      const path = ['environment', name];
      expect(dropped(draft, path, loaded)).toEqual({ path, text: loaded.replace('"2"', '"4"') });
      expect(dropPath(loaded, draft, path)).toEqual(path);
    }
    expect(dropped(draft, ['environment', 'B'], loaded)?.text).toBe(loaded.replace('A: "1"', 'D: "3"'));
    expect(dropped(draft, ['environment'], loaded)?.text).toBe(loaded);
  });

  it('is told as fast for a list of many changes as for one', () => {
    const entries = Array.from({ length: 60 }, (_, at) => `{ host: "h${at}:1" }`);
    const loaded = `sdk.aws.s3.credentials: [\n${entries.join('\n')}\n]\n`;
    /** How many times as long all take as the first one. */
    const factor = () => {
      const draft = drafted(loaded, { op: 'move', path: [...list, 0], to: 59 });
      const start = performance.now();
      const paths = [dropPath(loaded, draft, [...list, 0, 'host'])];
      const first = performance.now() - start;
      for (let at = 1; at < 60; at += 1) paths.push(dropPath(loaded, draft, [...list, at, 'host']));
      const all = performance.now() - start;
      expect(paths).toEqual(Array(60).fill(list));
      return all / first;
    };
    // The least of some rounds, as whatever else runs on this machine only adds to it.
    let least = factor();
    for (let round = 1; round < 20 && least >= 10; round += 1) least = Math.min(least, factor());
    expect(least).toBeLessThan(10);
  });

  it('goes back to the file, not to the text that the draft began with', () => {
    const loaded = file.replace('"a"', '"saved"').replace('"k1"', '"saved too"');
    expect(dropped(draftOf(file), ['api', 'api_server'], loaded)?.text).toBe(file.replace('"a"', '"saved"'));
    expect(dropped(draftOf(file), [...list, 0, 'key'], loaded)).toEqual({
      path: list,
      text: file.replace('"k1"', '"saved too"'),
    });
  });

  it('works in a file that is only about to be made', () => {
    const draft = drafted('api {\n}\n', server, set(['api', 'web_server'], 'w'));
    expect(dropped(draft, server.path, '')?.text).toBe('api {\n    web_server: "w"\n}\n');
  });

  it('takes along what is worked out from it', () => {
    const loaded = 'a: 1\nb: ${a}\n';
    const draft = drafted(loaded, { op: 'set', path: ['a'], value: 2 });
    expect(dropped(draft, ['a'], loaded)?.text).toBe(loaded);
  });

  it('is not offered for what is worked out from another change', () => {
    const loaded = 'a: 1\nb: ${a}\n';
    expect(dropPath(loaded, drafted(loaded, { op: 'set', path: ['a'], value: 2 }), ['b'])).toBeNull();
  });

  it('is not offered where it would write a value over a substitution', () => {
    const loaded = 'a: 1\nb: ${a}\n';
    expect(dropPath(loaded, draftOf('a: 1\nb: 5\n'), ['b'])).toBeNull();
  });
});
