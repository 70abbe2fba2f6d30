import { describe, expect, it } from 'vitest';
import { context } from '../session/stage.ts';
import { concernsOf } from './safety.ts';

const { file } = context;

describe('how private a file is', () => {
  it.each([
    ['600', []],
    ['400', []],
    [null, []],
    ['640', ['The group of the file can read it (mode 640), with the keys in it.']],
    ['644', ['Every account on this machine can read it (mode 644), with the keys in it.']],
  ])('mode %s', (mode, words) => {
    expect(concernsOf({ ...file, mode }).map(({ what }) => what)).toEqual(words);
  });

  it('is mended with commands that hold for every name', () => {
    const path = "/home/me/it's mine/clearml.conf";
    const commands = concernsOf({ ...file, path, mode: '604', tracked: "/home/me/it's mine" }).flatMap(
      (one) => one.commands,
    );
    expect(commands).toEqual([
      "chmod 600 '/home/me/it'\\''s mine/clearml.conf'",
      "git -C '/home/me/it'\\''s mine' rm --cached -- clearml.conf",
      "echo /clearml.conf >> '/home/me/it'\\''s mine/.gitignore'",
    ]);
  });
});
