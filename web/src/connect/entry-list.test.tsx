// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { readText } from '../draft/derived.ts';
import { entriesOf, refreshed } from './entries.ts';
import { EntryList } from './entry-list.tsx';

afterEach(cleanup);

const readingsOf = (text: string) => readText(text).readings;

it('names no password of a server on the buttons that fill in the others', () => {
  const entries = entriesOf(
    [
      { path: ['api', 'web_server'], value: 'https://clearml.example.org', secret: false },
      { path: ['api', 'api_server'], value: 'https://me:hunter2@clearml.example.org:8008', secret: false },
    ],
    readingsOf(''),
  );
  render(<EntryList entries={entries} onChange={() => {}} notes={new Map()} />);
  const titles = [...document.querySelectorAll('.ways [title]')].map((button) => button.getAttribute('title') ?? '');
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.filter((title) => title.includes('hunter2'))).toEqual([]);
});

it('says of no key that is still missing that the file has an empty text', () => {
  render(<EntryList entries={entriesOf([], readingsOf(''))} onChange={() => {}} notes={new Map()} />);
  const boxes = [...document.querySelectorAll('input[id^="connect-api.credentials"]')];
  expect(boxes.map((box) => box.getAttribute('placeholder') ?? '')).toEqual(['', '']);
});

it('hides an address once the file has a password in it', () => {
  const entries = entriesOf([], readingsOf('api.web_server: "https://clearml.example.org"'));
  const isHidden = (all: typeof entries) => all.find(({ setting }) => setting === 'api.web_server')?.secret;
  expect(isHidden(entries)).toBe(false);
  expect(isHidden(refreshed(entries, readingsOf('api.web_server: "https://me:hunter2@clearml.example.org"')))).toBe(
    true,
  );
});
