// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useKeys } from '../../desk/use-keys.ts';
import { FilterChips, focusChips } from './filter-chips.tsx';

afterEach(cleanup);

const none = { changed: 0, set: 0, env: 0, problem: 0, basic: 0, secret: 0 };

function Page() {
  useKeys({ search: () => {}, filter: focusChips, undo: null, redo: null, save: () => {}, back: () => {} });
  return (
    <>
      <input aria-label="address" />
      <FilterChips text="" setText={() => {}} counts={none} />
    </>
  );
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const chips = () => screen.getAllByRole('button');
const here = () =>
  chips()
    .map((chip) => chip === document.activeElement)
    .indexOf(true);

it('has a key of its own, and arrows that go from chip to chip', () => {
  render(<Page />);
  press('f');
  expect(here()).toBe(0);
  press('ArrowRight');
  press('ArrowRight');
  expect(here()).toBe(2);
  press('ArrowLeft');
  expect(here()).toBe(1);
  press('ArrowLeft');
  press('ArrowLeft');
  expect(here()).toBe(0);
});

it('leaves the letter to boxes that people type in', () => {
  render(<Page />);
  screen.getByLabelText('address').focus();
  expect(press('f')).toBe(true);
  expect(here()).toBe(-1);
});
