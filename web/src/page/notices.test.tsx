// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { AroundProvider } from '../desk/use-around.ts';
import { aroundOf } from '../draft/around.ts';
import { context, file, working } from '../session/stage.ts';
import { Notices } from './notices.tsx';

afterEach(cleanup);

/** The page beside another file that ClearML merges below this one. */
function beside(text: string | null): void {
  const around = { ...context, alsoMerged: [{ path: '/home/me/trains.conf', text }] };
  const session = working({ type: 'surrounded', context: around });
  expect(session.file).toBe(file);
  render(
    <AroundProvider value={aroundOf(around)}>
      <Notices session={session} onDismiss={() => {}} />
    </AroundProvider>,
  );
}

const sentence = /^ClearML cannot read \/home\/me\/trains\.conf/;

it('says of another file that ClearML reads too where it stops in it', () => {
  beside('a: 1\nb: p@ss\n');
  expect(screen.getByText(sentence).textContent).toContain('it stops at line 2');
});

it('says so too where nobody can read it', () => {
  beside(null);
  expect(screen.getByText(sentence).textContent).not.toContain('line');
});

it('says nothing more of one that is sound', () => {
  beside('a: 1\n');
  expect(screen.queryByText(sentence)).toBeNull();
});
