import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Surroundings } from './surroundings.ts';
import { clearmlReads, otherFiles, whichFile } from './which-file.ts';

const home = resolve('/home/ann');
const folder = resolve('/home/ann/project');

function standing(environment: Readonly<Record<string, string>> = {}): Surroundings {
  const versions = { program: '0', node: '0' };
  return { environment: new Map(Object.entries(environment)), home, folder, exists: () => true, versions };
}

describe('the file that is opened', () => {
  test('is the one named, counted from where the person stands', () => {
    expect(whichFile('a.conf', standing({ CLEARML_CONFIG_FILE: '/b.conf' }))).toEqual({
      path: join(folder, 'a.conf'),
      reason: 'argument',
    });
    expect(whichFile(resolve('/c.conf'), standing()).path).toBe(resolve('/c.conf'));
  });

  test.each([
    ['/etc/clearml.conf', resolve('/etc/clearml.conf')],
    ['~/other.conf', join(home, 'other.conf')],
    ['here.conf', join(folder, 'here.conf')],
    ['$HOME/x.conf', join(folder, '$HOME', 'x.conf')],
    ['~bob/x.conf', join(folder, '~bob', 'x.conf')],
  ])('is else the one in CLEARML_CONFIG_FILE, read as ClearML reads it: %s', (named, path) => {
    expect(whichFile(null, standing({ CLEARML_CONFIG_FILE: named }))).toEqual({ path, reason: 'environment' });
  });

  test('is else the one in TRAINS_CONFIG_FILE, as ClearML still reads the older name', () => {
    const chosen = { path: resolve('/old.conf'), reason: 'old-environment' };
    expect(whichFile(null, standing({ TRAINS_CONFIG_FILE: '/old.conf' }))).toEqual(chosen);
    expect(whichFile(null, standing({ TRAINS_CONFIG_FILE: '/old.conf', CLEARML_CONFIG_FILE: ' ' }))).toEqual(chosen);
    const both = standing({ TRAINS_CONFIG_FILE: '/old.conf', CLEARML_CONFIG_FILE: ' /b.conf ' });
    expect(whichFile(null, both)).toEqual({ path: resolve('/b.conf'), reason: 'environment' });
  });

  test('is else the one in the home folder', () => {
    const chosen = { path: join(home, 'clearml.conf'), reason: 'home' };
    expect(whichFile(null, standing())).toEqual(chosen);
    expect(whichFile(null, standing({ CLEARML_CONFIG_FILE: '' }))).toEqual(chosen);
  });
});

describe('other files', () => {
  const trains = join(home, 'trains.conf');

  test('are merged by ClearML below the one in the home folder', () => {
    expect(otherFiles(whichFile(null, standing()), standing())).toEqual([trains]);
    expect(otherFiles(whichFile(clearmlReads(standing()), standing()), standing())).toEqual([trains]);
  });

  test('are not merged below any other', () => {
    const named = standing({ CLEARML_CONFIG_FILE: '/b.conf' });
    expect(otherFiles(whichFile(null, named), named)).toEqual([]);
    const formerly = standing({ TRAINS_CONFIG_FILE: '/b.conf' });
    expect(otherFiles(whichFile(null, formerly), formerly)).toEqual([]);
    expect(otherFiles(whichFile('a.conf', standing()), standing())).toEqual([]);
  });
});
