// @vitest-environment happy-dom
import { parse } from '@clearml-conf/shared';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ProblemList } from './problems.tsx';

afterEach(cleanup);

/** How many problems are seen at once and how many one press away, in a file with so many of them. */
function shownOf(count: number): readonly [number, number] {
  const { problems } = parse('bad\n'.repeat(count));
  expect(problems).toHaveLength(count);
  render(<ProblemList problems={problems} onShow={() => {}} onMend={() => {}} />);
  const all = document.querySelectorAll('.problems > li').length;
  const more = document.querySelectorAll('details .problems > li').length;
  return [all - more, more];
}

it('shows the first few problems and keeps the others one press away', () => {
  expect(shownOf(7)).toEqual([3, 4]);
});

it('says how many it does not list, of very many', () => {
  expect(shownOf(60)).toEqual([3, 47]);
  expect(document.querySelector('details')?.textContent).toMatch(/^57 more.*10 others/s);
});

it('keeps no single one back', () => {
  expect(shownOf(4)).toEqual([4, 0]);
});
