// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { type Keys, useKeys } from './use-keys.ts';

afterEach(cleanup);

function WithKeys(keys: Partial<Keys>) {
  useKeys({ search: () => {}, undo: () => {}, redo: () => {}, save: () => {}, back: () => {}, ...keys });
  return <input aria-label="address" />;
}

/** The box of a page with these keys. */
function boxWith(keys: Partial<Keys>): HTMLElement {
  return render(<WithKeys {...keys} />).getByLabelText('address');
}

it('leaves undo to the box that people type in where the page has nothing to undo', () => {
  const box = boxWith({ undo: null, redo: null });
  const isLeft = (key: string) => fireEvent.keyDown(box, { key, ctrlKey: true });
  expect(['z', 'y', 's'].map(isLeft)).toEqual([true, true, false]);
});

it('saves once for a key that is held down: nobody has seen in between what would be saved', () => {
  const [save, undo] = [vi.fn(), vi.fn()];
  const box = boxWith({ save, undo });
  const isLeft = [false, true, true].map((repeat) => fireEvent.keyDown(box, { key: 's', ctrlKey: true, repeat }));
  for (const repeat of [false, true, true]) fireEvent.keyDown(box, { key: 'z', ctrlKey: true, repeat });
  expect(isLeft).toEqual([false, false, false]);
  expect([save.mock.calls.length, undo.mock.calls.length]).toEqual([1, 3]);
});

it('knows the keys by their place where they write no Latin letters', () => {
  const keys = { search: vi.fn(), undo: vi.fn(), redo: vi.fn(), save: vi.fn(), filter: vi.fn() };
  const box = boxWith(keys);
  const press = (code: string, key: string, more = {}) => fireEvent.keyDown(box, { code, key, ctrlKey: true, ...more });
  press('KeyK', 'л');
  press('KeyZ', 'я');
  press('KeyZ', 'Я', { shiftKey: true });
  press('KeyS', 'ы');
  fireEvent.keyDown(document.body, { code: 'KeyF', key: 'а' });
  expect(Object.values(keys).map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1, 1, 1]);
});

it('takes a Latin letter at another place for the letter, and one typed with AltGr for no command', () => {
  const [undo, redo, save] = [vi.fn(), vi.fn(), vi.fn()];
  const box = boxWith({ undo, redo, save });
  fireEvent.keyDown(box, { code: 'KeyY', key: 'z', ctrlKey: true });
  fireEvent.keyDown(box, { code: 'KeyS', key: 'ś', ctrlKey: true, altKey: true });
  expect([undo, redo, save].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0]);
});

it('leaves the keys of an input method to it', () => {
  const back = vi.fn();
  fireEvent.keyDown(boxWith({ back }), { key: 'Escape', isComposing: true });
  expect(back).not.toHaveBeenCalled();
});
