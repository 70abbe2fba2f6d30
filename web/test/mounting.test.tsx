// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Setting } from '@clearml-conf/shared';
import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { readText } from '../src/draft/derived.ts';
import { blocks, rows } from '../src/form/blocks.ts';
import { open } from './bench.tsx';

const fixtures = join(import.meta.dirname, '../../e2e/fixtures');
/** Folders of real files, separated as in PATH. */
const real = (process.env['REAL_FILES'] ?? '').split(delimiter).filter((folder) => folder !== '');

afterEach(cleanup);

function textsIn(folder: string): readonly (readonly [name: string, text: string])[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.conf'));
  return names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

/** Where a text says nothing, a form gets the same data as with an empty text: those are shown once, all of them. */
function sectionsIn(text: string): readonly string[] {
  const { readings } = readText(text);
  const isSaid = ({ path }: Setting) => (readings.get(path)?.state ?? 'unset') !== 'unset';
  return blocks.filter((block) => block.settings.some(isSaid)).map((block) => block.section.path);
}

describe('showing every form', () => {
  it('of an empty text has a row for every setting, and changes nothing', () => {
    const { edits, text } = open('');
    const shown = [...document.querySelectorAll('[data-setting]')].map((row) => row.getAttribute('data-setting'));
    expect(shown).toEqual(rows.map(({ path }) => path));
    expect(edits).toEqual([]);
    expect(text()).toBe('');
  });

  it.each([fixtures, ...real].flatMap(textsIn))('of %s changes nothing', (_, text) => {
    const { edits, text: after } = open(text, ...sectionsIn(text));
    expect(edits).toEqual([]);
    expect(after()).toBe(text);
  });

  it.skipIf(real.length === 0)('was also done with the files in REAL_FILES (skipped without it)', () => {
    expect(real.flatMap(textsIn).length).toBeGreaterThan(0);
  });
});
