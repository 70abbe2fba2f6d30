import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRunning, stateFolder } from './state-folder.ts';

function folderOn(platform: NodeJS.Platform, home: string, environment: Readonly<Record<string, string>> = {}) {
  return stateFolder({ home, environment: new Map(Object.entries(environment)) }, platform);
}

describe.runIf(process.platform !== 'win32')('what is kept lies', () => {
  test.each([
    ['linux', {}, '/home/ada/.local/state/clearml-conf'],
    ['linux', { XDG_STATE_HOME: '/data/state' }, '/data/state/clearml-conf'],
    ['linux', { XDG_STATE_HOME: 'relative' }, '/home/ada/.local/state/clearml-conf'],
    ['darwin', {}, '/home/ada/Library/Application Support/clearml-conf'],
    ['win32', { LOCALAPPDATA: '/c/local' }, '/c/local/clearml-conf'],
    ['win32', {}, '/home/ada/AppData/Local/clearml-conf'],
  ] as const)('on %s with %j in %s', (platform, environment, folder) => {
    expect(folderOn(platform, '/home/ada', environment)).toBe(posix.normalize(folder));
  });

  test('nowhere for an account without a home', () => expect(folderOn('linux', '~')).toBeNull());
});

test('a program that runs is told from one that does not', () => {
  expect([isRunning(process.pid), isRunning(2 ** 22 + 1)]).toEqual([true, false]);
});
