import { expect, it } from 'vitest';
import { draggedTo, keptSizes, pressedTo, rangeOf, within } from './pane-sizes.ts';

const room = { rem: 16, sections: 240, settings: 680, file: 520 };

it('lets a pane grow until the settings are as narrow as they may be', () => {
  expect(rangeOf('file', room)).toEqual({ min: 288, max: 784 });
  expect(rangeOf('sections', { ...room, settings: 500 })).toEqual({ min: 160, max: 324 });
});

it('never lets the sections take the page', () => {
  expect(rangeOf('sections', { ...room, settings: 2000 }).max).toBe(416);
});

it('has wider limits where people have chosen larger letters', () => {
  expect(rangeOf('sections', { ...room, rem: 20 })).toEqual({ min: 200, max: 400 });
});

it('has a range also where there is no room for one', () => {
  expect(rangeOf('file', { rem: 16, sections: 160, settings: 300, file: 200 })).toEqual({ min: 288, max: 288 });
});

it('stays within the range, on whole pixels', () => {
  expect([within(10, { min: 160, max: 400 }), within(999, { min: 160, max: 400 })]).toEqual([160, 400]);
  expect(within(200.6, { min: 160, max: 400 })).toBe(201);
});

it('widens what lies on the side the edge moves away from', () => {
  expect([draggedTo('sections', 240, 10), draggedTo('file', 520, 10)]).toEqual([250, 510]);
});

it('follows the arrow keys, farther with Shift, and goes to both ends', () => {
  const range = { min: 160, max: 400 };
  expect(pressedTo('sections', 'ArrowRight', false, 240, range)).toBe(256);
  expect(pressedTo('sections', 'ArrowLeft', true, 240, range)).toBe(176);
  expect(pressedTo('file', 'ArrowLeft', false, 240, range)).toBe(256);
  expect(pressedTo('file', 'ArrowLeft', true, 390, range)).toBe(400);
  expect(pressedTo('file', 'Home', false, 240, range)).toBe(160);
  expect(pressedTo('file', 'End', false, 240, range)).toBe(400);
  expect(pressedTo('file', 'ArrowUp', false, 240, range)).toBeNull();
});

it('takes up what was kept, and leaves out what makes no sense', () => {
  expect(keptSizes('{"sections":200,"file":600}')).toEqual({ sections: 200, file: 600 });
  expect(keptSizes('{"file":600}')).toEqual({ file: 600 });
  expect(keptSizes('{"sections":-1,"file":"wide"}')).toEqual({});
  expect(keptSizes('{"sections":1e99,"file":null}')).toEqual({});
  for (const text of [null, '', 'no JSON', '[]', '7', 'null']) expect(keptSizes(text)).toEqual({});
});
