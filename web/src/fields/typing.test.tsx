// @vitest-environment happy-dom
import type { Setting } from '@clearml-conf/shared';
import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { openRow } from '../../test/bench.tsx';
import { rows } from '../form/blocks.ts';
import { controlOf, typesOf } from '../form/control.ts';

afterEach(cleanup);

/** One setting for each way in which a box of text can differ from the others. */
const boxes = [...new Map(rows.filter(hasBox).map((setting) => [kindOf(setting), setting])).entries()];

function hasBox(setting: Setting): boolean {
  return ['text', 'secret', 'number', 'scalar'].includes(controlOf(setting));
}

function kindOf(setting: Setting): string {
  return [
    controlOf(setting),
    setting.format ?? '',
    ...typesOf(setting),
    setting.minimum ?? '',
    setting.enum ?? '',
  ].join(' ');
}

const typed = [
  '.5',
  '1E400',
  '1.5',
  '72.0',
  '3.10',
  '007',
  '-',
  '5',
  '1e',
  '1e3',
  'abc',
  'true',
  'null',
  '${X}',
  '"',
  '\\',
  '#',
  ' a',
  'ä😀',
];

describe('what is typed stays in its box, letter by letter', () => {
  it.each(boxes)('%s', (_, setting) => {
    const { type } = openRow('', setting);
    const box = document.getElementById(setting.path);
    for (const text of typed) {
      type(setting.path, text);
      expect(document.getElementById(setting.path)).toHaveProperty('value', text);
      expect(document.getElementById(setting.path)).toBe(box);
    }
  });
});
