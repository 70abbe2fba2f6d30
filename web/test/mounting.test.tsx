// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { rows } from '../src/form/blocks.ts';
import { open } from './bench.tsx';

const fixtures = join(import.meta.dirname, '../../e2e/fixtures');
const real = process.env['REAL_FILES'];

afterEach(cleanup);

function textsIn(folder: string): readonly (readonly [name: string, text: string])[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.conf'));
  return names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

describe('showing every form', () => {
  it('has a row for every setting that is not part of another', () => {
    open('');
    const shown = [...document.querySelectorAll('[data-setting]')].map((row) => row.getAttribute('data-setting'));
    expect(shown).toEqual(rows.map(({ path }) => path));
  });

  const folders = [fixtures, ...(real ? [real] : [])];
  it.each(folders.flatMap(textsIn))('of %s changes nothing', (_, text) => {
    const { edits, text: after } = open(text);
    expect(edits).toEqual([]);
    expect(after()).toBe(text);
  });

  it.skipIf(real !== undefined)('of files from the wild is SKIPPED: set REAL_FILES to a folder of them', () => {
    console.warn('REAL_FILES is not set: forms were mounted on the committed fixtures only');
  });
});
