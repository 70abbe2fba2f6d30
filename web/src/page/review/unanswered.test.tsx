// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { readText } from '../../draft/derived.ts';
import { leftUnanswered } from '../../draft/left-unanswered.ts';
import { Unanswered } from './unanswered.tsx';

afterEach(cleanup);

/** What the review says of a text that becomes another. */
function saidOf(before: string, after: string): string {
  const problems = leftUnanswered({ file: readText(before), now: readText(after) });
  render(<Unanswered problems={problems} onShow={() => {}} />);
  return document.body.textContent;
}

const text = 'e { KEY: "x" }\nb: $' + '{HOME}\na: $' + '{e.KEY}\n';

it('names the line that refers to what is taken away', () => {
  expect(saidOf(text, text.replace('KEY: "x"', 'NEW: "x"'))).toMatch(/stops.*Line 3, column 4.*e\.KEY.* is not set/s);
});

it('says nothing where only the value is another, or a variable was needed before', () => {
  expect(saidOf(text, text.replace('"x"', '"y"'))).toBe('');
});
