// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { HeldTexts } from '../desk/use-held.ts';
import { draftOf } from '../draft/draft.ts';
import { advance, type Timeline, timelineOf } from '../draft/timeline.ts';
import { heldText } from '../form/value.ts';
import type { Happening } from '../session/happening.ts';
import { useDiscarding } from './use-discarding.ts';

afterEach(cleanup);

const begun: HeldTexts = new Map([['agent.extra_docker_arguments', [heldText('', undefined)]]]);
const own = timelineOf(draftOf('mine\n'));

interface Page {
  readonly held: () => HeldTexts;
  readonly happen: (happening: Happening) => void;
  /** What the session makes of it. */
  readonly goOn: (timeline: Timeline) => void;
}

function open(): Page {
  let held = begun;
  const acts = {
    forget: () => {
      held = new Map();
    },
    recall: (former: HeldTexts) => {
      held = former;
    },
  };
  const { result, rerender } = renderHook((timeline) => useDiscarding(() => {}, { held, ...acts }, timeline), {
    initialProps: own,
  });
  return { held: () => held, happen: (happening) => act(() => result.current(happening)), goOn: rerender };
}

it('takes what is no value yet along with the changes, and gives it back with them', () => {
  const { held, happen, goOn } = open();
  happen({ type: 'discarded' });
  expect(held().size).toBe(0);
  goOn(advance(own, draftOf('file\n'), null));
  happen({ type: 'undone' });
  expect(held()).toBe(begun);
});

it('so does the new file, where the changes are dropped for it', () => {
  const { held, happen, goOn } = open();
  const timeline = advance(own, draftOf('theirs\n'), null);
  const apart = { file: { text: '', revision: 'r1' }, timeline: own, outside: { text: 'theirs\n', revision: 'r2' } };
  happen({ type: 'joined', apart, timeline, notice: 'reloaded' });
  expect(held().size).toBe(0);
  goOn(timeline);
  happen({ type: 'undone' });
  expect(held()).toBe(begun);
});

it('but both sides put together leave it where it is', () => {
  const { held, happen } = open();
  const apart = { file: { text: '', revision: 'r1' }, timeline: own, outside: { text: 'theirs\n', revision: 'r2' } };
  happen({ type: 'joined', apart, timeline: own, notice: 'joined' });
  expect(held()).toBe(begun);
});

it('comes with a draft that was kept', () => {
  const { held, happen } = open();
  happen({ type: 'discarded' });
  const unfinished = { refused: [], held: [...begun] };
  happen({ type: 'taken-up', draft: { text: '', file: '', revision: null, unfinished } });
  expect(held()).toEqual(begun);
});
