import checks from 'virtual:validators';
import type { Edit, Setting } from '@clearml-conf/shared';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useMemo, useReducer, useState } from 'react';
import { type Acts, byRow } from '../src/desk/desk.ts';
import { OnDesk } from '../src/desk/on-desk.tsx';
import { ChecksProvider } from '../src/desk/use-checks.ts';
import { useHeld } from '../src/desk/use-held.ts';
import { nothingAround } from '../src/draft/around.ts';
import { derive } from '../src/draft/derived.ts';
import { type Draft, draftOf, withEdits } from '../src/draft/draft.ts';
import { dropOf } from '../src/draft/drop.ts';
import { SectionForm } from '../src/fields/section-form.tsx';
import type { Advice } from '../src/form/advice.ts';
import { type Block, blockOf, blockOfRow, blocks } from '../src/form/blocks.ts';

const noAdvice: Advice = { byRow: new Map(), stray: [] };

type Step = (draft: Draft) => Draft;

/** The forms on a desk of their own, with everything the page would do with their edits. */
function Bench({ text, shown, log }: { text: string; shown: readonly Block[]; log: (edits: readonly Edit[]) => void }) {
  const [draft, step] = useReducer((old: Draft, next: Step) => next(old), draftOf(text));
  const derived = useMemo(() => derive(text, draft), [text, draft]);
  const desk = {
    derived,
    changes: byRow(derived.changes),
    refusals: new Map(),
    overrides: new Map(),
    replacing: new Set<string>(),
  };
  const { held, hold } = useHeld(derived, true);
  const [isAway, setAway] = useState(false);
  const acts: Acts = useMemo(
    () => ({
      edit: (edits) => {
        log(edits);
        step((old) => withEdits(old, edits));
      },
      drop: (path) => {
        hold(new Map([[path.join('.'), undefined]]));
        step((old) => dropOf(old.base, old, path)?.draft ?? old);
      },
      leave: () => {},
      replace: () => {},
      hold,
      visit: () => {},
      showLine: () => {},
    }),
    [log, hold],
  );
  return (
    <OnDesk desk={desk} acts={acts} isSettled={true} held={held} around={nothingAround} advice={noAdvice}>
      {!isAway && shown.map((block) => <SectionForm key={block.section.path} block={block} />)}
      <button type="button" data-testid="away" onClick={() => setAway(!isAway)} />
      <output data-testid="text">{derived.text}</output>
    </OnDesk>
  );
}

export interface Opened {
  readonly edits: readonly Edit[];
  readonly text: () => string;
  readonly type: (id: string, value: string) => void;
  /** Goes to a place without these forms, and comes back. */
  readonly leaveAndReturn: () => void;
}

/** Opens a text with some sections, or with all of them. */
export function open(text: string, ...sections: readonly string[]): Opened {
  return openBlocks(text, sections.length === 0 ? blocks : sections.flatMap((path) => blockOf(path) ?? []));
}

/** Opens a text with one setting alone. */
export function openRow(text: string, setting: Setting): Opened {
  const block = blockOfRow(setting.path);
  if (!block) throw new Error(`no row for ${setting.path}`);
  return openBlocks(text, [{ section: block.section, settings: [setting] }]);
}

function openBlocks(text: string, shown: readonly Block[]): Opened {
  const edits: Edit[] = [];
  render(
    <ChecksProvider value={checks}>
      <Bench text={text} shown={shown} log={(made) => edits.push(...made)} />
    </ChecksProvider>,
  );
  return {
    edits,
    leaveAndReturn: () => {
      for (const _ of ['leave', 'return']) act(() => void fireEvent.click(screen.getByTestId('away')));
    },
    text: () => screen.getByTestId('text').textContent ?? '',
    type: (id, value) => {
      const control = document.getElementById(id);
      if (!control) throw new Error(`no control ${id}`);
      act(() => void fireEvent.change(control, { target: { value } }));
    },
  };
}
