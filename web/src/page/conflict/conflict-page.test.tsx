// @vitest-environment happy-dom
import { cleanup, fireEvent, render, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { LoadedFile } from '../../draft/loaded-file.ts';
import type { Happening } from '../../session/happening.ts';
import { type Conflicted, isWorking, type Session } from '../../session/session.ts';
import { context, reduceWorking } from '../../session/stage.ts';
import { ConflictPage } from './conflict-page.tsx';

afterEach(cleanup);

function found(session: Session, known: string, file: LoadedFile): Conflicted {
  const next = reduceWorking(session, { type: 'found-outside', known, opening: { kind: 'document', file } });
  return next.phase === 'conflicted' ? next : expect.fail(next.phase);
}

/** A file, the text typed over it, and what somebody else made of it meanwhile. */
function conflict(was: string, yours: string, disk: string): Conflicted {
  const file = { text: was, revision: 'r1' };
  const happenings: readonly Happening[] = [
    { type: 'opened', context, opening: { kind: 'document', file } },
    { type: 'typed', over: was, text: yours, step: 'text 1' },
  ];
  const session = happenings.reduce<Session>(reduceWorking, { phase: 'loading' });
  return isWorking(session) ? found(session, 'r1', { text: disk, revision: 'r2' }) : expect.fail(session.phase);
}

const page = (session: Conflicted) => <ConflictPage session={session} happen={() => {}} onBack={() => {}} />;

const places = () => [...document.querySelectorAll<HTMLElement>('fieldset.place')];

/** The choice for each place, in their order: null where none is made. */
function choices(): readonly (string | null)[] {
  return places().map((place) => {
    const chosen = within(place)
      .getAllByRole('radio')
      .find((radio) => radio instanceof HTMLInputElement && radio.checked);
    return chosen?.closest('label')?.querySelector('.place-word')?.textContent?.trim() ?? null;
  });
}

function choose(place: number, word: string): void {
  const group = places()[place] ?? expect.fail(`no place ${place}`);
  fireEvent.click(within(group).getByRole('radio', { name: new RegExp(`^${word}`) }));
}

it('asks anew when the file changes once more, as a place is another then', () => {
  const was = 'api {\n  api_server: "a"\n  web_server: "w"\n}\n';
  const yours = 'api {\n  api_server: "mine"\n  web_server: "mine"\n}\n';
  const first = conflict(was, yours, 'api {\n  api_server: "a"\n  web_server: "theirs"\n}\n');
  const { rerender } = render(page(first));
  choose(0, 'On disk');
  expect(choices()).toEqual(['On disk']);

  const text = 'api {\n  api_server: "theirs"\n  web_server: "theirs"\n}\n';
  rerender(page(found(first, 'r1', { text, revision: 'r3' })));
  expect(choices()).toEqual([null]);
});

it('keeps the choice for a setting with that setting when another one comes before it', () => {
  const was = 'z: 0\ny: 0\nc: 1\nx: 0\n';
  const yours = 'b: 2\nz: 0\ny: 0\nc: 3\na: 9\nx: 0\n';
  const disk = 'z: 0\ny: 0\nc: 2\nx: 0\na: 5\nb: 1\n';
  render(page(conflict(was, yours, disk)));
  choose(0, 'On disk');
  expect(choices()).toEqual(['On disk', null]);
  choose(1, 'On disk');
  choose(0, 'Yours');
  expect(choices()).toEqual(['Yours', null, 'On disk']);
});

/** What would stand in the file at a place, the chosen lines marked; null where nothing is shown. */
function result(place: number): readonly string[] | null {
  const shown = [...(places()[place]?.querySelectorAll('.place-result .place-line') ?? [])];
  const lines = shown.map((line) => `${line.hasAttribute('data-chosen') ? '>' : ' '}${line.textContent}`);
  return lines.length === 0 ? null : lines;
}

it('shows the lines that would stand in the file, secrets masked, once a place is chosen', () => {
  const was = '# top\napi {\n  api_server: "a"\n  secret_key: "canary-1"\n  web_server: "w"\n}\nx: 1\n';
  const yours = was.replace('"a"', '"mine"').replace('canary-1', 'canary-2').replace('"w"', '"mine"');
  const disk = was.replace('"a"', '"theirs"').replace('canary-1"', 'canary-3"\n  more: 1').replace('x: 1', 'x: 2');
  render(page(conflict(was, yours, disk)));
  expect(result(0)).toBeNull();
  choose(0, 'On disk');
  expect(result(0)?.filter((line) => line.startsWith('>'))).toContain('>  api_server: "theirs"');
  expect(result(0)?.[0]).toBe(' # top');
  expect(document.body.textContent).not.toContain('canary');
  choose(0, 'Yours');
  expect(result(0)).toEqual([
    ' # top',
    ' api {',
    '>  api_server: "mine"',
    '>  secret_key: "••••••••"',
    '>  web_server: "mine"',
    ' }',
    ' x: 2',
  ]);
});

it('shows where a setting would stand that both sides set in different lines', () => {
  const was = 'z: 0\ny: 0\nc: 1\nx: 0\n';
  render(page(conflict(was, `a: 9\n${was}`, `${was}a: 5\n`)));
  choose(0, 'On disk');
  expect(result(0)).toEqual([' c: 1', ' x: 0', '>a: 5']);
  choose(0, 'Yours');
  expect(result(0)).toEqual([' c: 1', ' x: 0', '>a: 9']);
});
