// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyEdits,
  type ConfigValue,
  changedSettings,
  lookup,
  type Path,
  parse,
  resolve,
  type Setting,
  settingNamed,
} from '@clearml-conf/shared';
import { act, cleanup, fireEvent } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import facts from '../../shared/test/facts/options.json' with { type: 'json' };
import { blockOfRow, rowPathOf } from '../src/form/blocks.ts';
import { controlOf } from '../src/form/control.ts';
import { type Opened, openRow } from './bench.tsx';

afterEach(cleanup);

const options = facts.rows.filter((row) => !('container' in row)).map(({ path }) => path);
const loaded = readFileSync(join(import.meta.dirname, '../../e2e/fixtures/minio.conf'), 'utf8');

/** An option as a place of a file: its row, and the steps from there into a list or a map. */
interface Place {
  readonly option: Setting;
  readonly row: Setting;
  readonly steps: readonly (string | number)[];
  readonly path: Path;
}

function placeOf(path: string): Place {
  const steps = path
    .replaceAll('[]', '.0')
    .split('.')
    .map((step) => (step === '0' ? 0 : step.replace('*', 'any')));
  const rowPath = rowPathOf(steps);
  const [option, row] = [settingNamed(path), settingNamed(rowPath)];
  if (!option || !row || !blockOfRow(rowPath)) throw new Error(`no row for ${path}`);
  return { option, row, steps: steps.slice(rowPath.split('.').length), path: steps };
}

/** The file without the option's row, so that there is something to add. */
function fileWithout(row: Setting): string {
  const outcome = applyEdits(loaded, [{ op: 'unset', path: row.path.split('.') }]);
  return outcome.ok ? outcome.text : loaded;
}

function found<T>(thing: T | null | undefined, name: string): T {
  if (!thing) throw new Error(`nothing on the page for ${name}`);
  return thing;
}

const element = (id: string): HTMLElement => found(document.getElementById(id), id);
const press = (button: Element | null) => act(() => void fireEvent.click(found(button, 'a button')));

/** Goes into the first entry of the list or map at an id, making it, and answers with the id of what is there. */
function enter(opened: Opened, id: string, step: string | number): string {
  if (typeof step === 'number') press(element(id).querySelector(':scope > button'));
  else if (document.getElementById(`${id}.new`)) {
    opened.type(`${id}.new`, step);
    act(() => void fireEvent.keyDown(element(`${id}.new`), { key: 'Enter' }));
  } else return `${id}.${step}`;
  return `${id}.0`;
}

/** Gives the option a value as people would, and answers with the value the file should then have. */
function set(opened: Opened, { option, row, steps }: Place): ConfigValue {
  const rest = row.path.endsWith('.*') ? enter(opened, row.path, 'any') : row.path;
  const id = steps.reduce<string>((at, step) => enter(opened, at, step), rest);
  const isCell = option.path.endsWith('.*');
  switch (isCell ? 'text' : controlOf(option)) {
    case 'switch':
    case 'switch-or-text':
      press(element(`${id}-true`));
      return true;
    case 'texts':
    case 'text-or-texts':
      return setItem(opened, option, id);
    case 'cards':
      enter(opened, id, 0);
      return [new Map()];
    case 'groups':
    case 'table':
      enter(opened, id, 'any');
      return new Map([['any', controlOf(option) === 'groups' ? new Map() : '']]);
    default:
      // An entry of a map of groups is there as soon as it has a name.
      if (option.type === 'object') return new Map();
      return type(opened, id, legalText(option, isCell), isNumeric(option));
  }
}

function setItem(opened: Opened, option: Setting, id: string): ConfigValue {
  const isNumber = option.items?.type === 'integer';
  const text = isNumber ? '503' : 'one';
  if (/^(?:INPUT|TEXTAREA)$/.test(element(id).tagName)) return type(opened, id, text, isNumber);
  return [type(opened, enter(opened, id, 0), text, isNumber)];
}

function type(opened: Opened, id: string, text: string, isNumber: boolean): ConfigValue {
  opened.type(id, text);
  return isNumber && String(Number(text)) === text ? Number(text) : text;
}

function isNumeric({ type: types }: Pick<Setting, 'type'>): boolean {
  return [types].flat().some((name) => name === 'integer' || name === 'number');
}

function legalText(
  { enum: listed, examples, minimum, type: types, 'x-secret': secret }: Setting,
  isCell: boolean,
): string {
  if (isCell) return 'text';
  const known = [...(listed ?? []), ...(examples ?? [])].find((value) => typeof value === 'string');
  if (known !== undefined && known !== '' && !secret) return String(known);
  if (listed) return String(listed[0]);
  return [types].flat().includes('string') ? 'text' : String(Math.max(minimum ?? 0, 1));
}

/** What the row's own button does: the option is not in the file again. */
function takeOut(row: Setting): void {
  const buttons = [...document.querySelectorAll(`[data-setting="${row.path}"] .row-acts button`)];
  press(buttons.find((button) => /^Take it out/.test(button.getAttribute('aria-label') ?? '')) ?? null);
}

const read = (text: string, path: Path): ConfigValue | undefined => lookup(resolve(parse(text)).root, path)?.value;

describe('each of the 388 options', () => {
  it('is here', () => expect(options).toHaveLength(388));

  it.each(options)('%s is shown, set, taken back without a trace, and taken out again after a save', (option) => {
    const place = placeOf(option);
    const before = fileWithout(place.row);

    const editing = openRow(before, place.row);
    const expected = set(editing, place);
    const saved = editing.text();
    expect(read(saved, place.path)).toEqual(expected);

    takeOut(place.row);
    expect(editing.text()).toBe(before);
    cleanup();

    const later = openRow(saved, place.row);
    takeOut(place.row);
    expect(read(later.text(), place.path)).toBeUndefined();
    expect(changedSettings(parse(before), parse(later.text()))).toEqual([]);
  });
});
