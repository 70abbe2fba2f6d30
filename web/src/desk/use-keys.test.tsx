// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useKeys } from './use-keys.ts';

afterEach(cleanup);

function WithoutUndo() {
  useKeys({ search: () => {}, undo: null, redo: null, save: () => {}, back: () => {} });
  return <input aria-label="address" />;
}

it('leaves undo to the box that people type in where the page has nothing to undo', () => {
  const { getByLabelText } = render(<WithoutUndo />);
  const isLeft = (key: string) => fireEvent.keyDown(getByLabelText('address'), { key, ctrlKey: true });
  expect(['z', 'y', 's'].map(isLeft)).toEqual([true, true, false]);
});
