import type { Edit } from '@clearml-conf/shared';
import { useMemo, useRef, useState } from 'react';
import { useChangesUnderWay } from '../connect/under-way.ts';
import { type Acts, byRow, changeCount, type Desk } from '../desk/desk.ts';
import { OnDesk } from '../desk/on-desk.tsx';
import { PageHead } from '../desk/page-head.tsx';
import { useFreshAdvice } from '../desk/use-advice.ts';
import { type Holding, useHeld } from '../desk/use-held.ts';
import { aroundOf } from '../draft/around.ts';
import { type Derived, derive } from '../draft/derived.ts';
import { type Override, overridesOf } from '../draft/override.ts';
import type { SavedChanges } from '../draft/saved-changes.ts';
import { rowPathOf } from '../form/blocks.ts';
import { unfinishedOf } from '../form/unfinished.ts';
import { LatePart, useArrived } from '../late/late.tsx';
import { hashOf, routeOf } from '../route/route.ts';
import type { Happening } from '../session/happening.ts';
import type { Working } from '../session/session.ts';
import { FileTools } from './file-tools.tsx';
import { searchId } from './focus-control.ts';
import { useKeptDraft } from './kept/use-kept-draft.ts';
import { conflictPart, connectPart, donePart, historyPart, offersPart, reviewPart } from './late-parts.ts';
import { Notices } from './notices.tsx';
import { onToReview } from './on-to-review.ts';
import { useDiscarding } from './use-discarding.ts';
import { useEntrance } from './use-entrance.ts';
import { usePainted } from './use-painted.ts';
import { useRoute } from './use-route.ts';
import { useUnsavedGuard } from './use-session.ts';
import { useTitle } from './use-title.ts';
import { useWarmUp } from './use-warm-up.ts';
import { firstProblem, useWhereabouts, type Whereabouts } from './use-whereabouts.ts';
import { WorkPage } from './work-page.tsx';

interface Props {
  readonly session: Working;
  readonly happen: (happening: Happening) => void;
  readonly save: (changes: SavedChanges, anyway: boolean) => void;
  readonly saveAgain: () => void;
}

/** An open file: everything that is shown of it is derived here, and can be asked for on its desk. */
export function Editor({ session, happen: happenOnly, save, saveAgain }: Props) {
  const { file, timeline, context } = session;
  // Both or neither: the draft as it was beside a file that is new would be taken for a change of it.
  const work = useMemo(() => ({ file, draft: timeline.draft }), [file, timeline.draft]);
  const painted = usePainted(work);
  const loaded = painted.file.text;
  const derived = useMemo(() => derive(loaded, painted.draft), [loaded, painted.draft]);
  const [replacing, setReplacing] = useState<ReadonlySet<string>>(new Set());
  useWarmUp(file.text);
  const place = useWhereabouts(firstProblem(derived));
  const around = useMemo(() => aroundOf(context), [context]);
  const overrides = useMemo(() => overridesOf(derived.now.document, around), [derived.now.document, around]);
  const desk = useMemo(() => deskOf(derived, overrides, replacing), [derived, overrides, replacing]);
  const advice = useFreshAdvice(derived.now.document);
  const isCurrent = painted === work;
  const { held, hold, forget, recall } = useHeld(derived, isCurrent);
  const happen = useDiscarding(happenOnly, { held, forget, recall }, timeline);
  const acts = useActsOf(happen, setReplacing, hold, place);
  const isUnsaved = !isCurrent || derived.text !== loaded || derived.refusals.length > 0 || held.size > 0;
  const isAny = useChangesUnderWay() > 0 || isUnsaved;
  useTitle(context.file.path, isAny);
  useUnsavedGuard(isAny);
  const unfinished = useMemo(
    () => unfinishedOf(derived.draft, derived.text, derived.refusals.length > 0, [...held]),
    [derived, held],
  );
  useKeptDraft(painted.file, derived.text, unfinished, session.link);
  return (
    <OnDesk desk={desk} acts={acts} isSettled={isCurrent} held={held} around={around} advice={advice}>
      <Shown
        session={session}
        desk={desk}
        isCurrent={isCurrent}
        place={place}
        happen={happen}
        save={save}
        saveAgain={saveAgain}
      />
    </OnDesk>
  );
}

const reviewPhases: readonly Working['phase'][] = ['reviewing', 'saving', 'refused'];

interface ShownProps extends Props {
  readonly desk: Desk;
  readonly isCurrent: boolean;
  readonly place: Whereabouts;
}

/** The settings and the file side by side, the review of what changed, or another page of the same file. */
function Shown({ session, desk, isCurrent, place, happen, save, saveAgain }: ShownProps) {
  const { file, context } = session;
  const { text, refusals } = desk.derived;
  const route = useRoute();
  const before = useRef(hashOf(null));
  if (routeOf(location.hash).view !== 'history') before.current = location.hash || hashOf(null);
  const tools = <FileTools session={session} changes={changeCount(desk)} happen={happen} />;
  const isEntrance = useEntrance(route, desk.derived, desk.overrides);
  const [isChoosing, setChoosing] = useState(false);
  if (isChoosing && session.phase !== 'conflicted') setChoosing(false);
  const isSettling = useArrived(conflictPart, session.phase === 'conflicted' && isChoosing);
  // It opens with the last letter in it: a key to save an earlier text would rightly do nothing.
  const isOpen = useRef(false);
  const isShown = isCurrent || isOpen.current || route.view === 'done';
  isOpen.current = reviewPhases.includes(session.phase) && isShown;
  const isReviewing = useArrived(reviewPart, isOpen.current);
  if (isSettling && session.phase === 'conflicted')
    return <LatePart part={conflictPart} props={{ session, happen, onBack: () => setChoosing(false) }} />;
  if (isReviewing && (session.phase === 'reviewing' || session.phase === 'saving' || session.phase === 'refused'))
    return (
      <LatePart part={reviewPart} props={{ session, desk, isCurrent, happen, save, saveAgain, visit: place.visit }} />
    );
  if (route.view === 'history')
    return (
      <LatePart part={historyPart} props={{ session, changes: changeCount(desk), before: before.current, happen }} />
    );
  if ((isEntrance || route.view === 'connect') && session.phase === 'editing')
    return (
      <>
        <LatePart part={offersPart} props={{ file: file.text, happen }} />
        <Notices session={session} onDismiss={() => happen({ type: 'dismissed' })} />
        <LatePart
          part={connectPart}
          props={{
            context,
            text,
            onApply: (edits: readonly Edit[]) => connectWith(edits, happen),
            onLeave: (to: 'settings' | 'search') => leaveConnect(to, place.visit),
            tools,
          }}
        />
      </>
    );
  const isSaved = text === file.text && file.revision !== null && refusals.length === 0;
  if (route.view === 'done' && isSaved)
    return (
      <>
        <PageHead file={context.file}>{tools}</PageHead>
        <LatePart part={donePart} props={{ context, text: file.text }} />
      </>
    );
  return <WorkPage session={session} desk={desk} place={place} happen={happen} onChoose={() => setChoosing(true)} />;
}

/** The edits of a connection, reviewed like any others; behind the save comes the page that says what is next. */
function connectWith(edits: readonly Edit[], happen: (happening: Happening) => void): void {
  onToReview(() => {
    happen({ type: 'edited', edits, visit: null });
    happen({ type: 'reviewed' });
  });
}

/** Nobody is led into the box they were in before: what they type next could be meant for the search, or be a secret. */
function leaveConnect(to: 'settings' | 'search', visit: (place: string) => void): void {
  visit(to === 'search' ? searchId : '');
  location.hash = hashOf(null);
}

function deskOf(derived: Derived, overrides: ReadonlyMap<string, Override>, replacing: ReadonlySet<string>): Desk {
  const refusals = new Map(derived.refusals.map((refusal) => [rowPathOf(refusal.path), refusal]));
  return { derived, changes: byRow(derived.changes), refusals, overrides, replacing };
}

function useActsOf(
  happen: (happening: Happening) => void,
  setReplacing: (change: (old: ReadonlySet<string>) => ReadonlySet<string>) => void,
  hold: (holding: Holding) => void,
  { visit, showLine }: Pick<Acts, 'visit' | 'showLine'>,
): Acts {
  const happening = useRef(happen);
  happening.current = happen;
  return useMemo(
    () => ({
      edit: (edits, during) => happening.current({ type: 'edited', edits, visit: during }),
      leave: () => happening.current({ type: 'left' }),
      drop: (path) => {
        hold(new Map([[path.join('.'), undefined]]));
        happening.current({ type: 'dropped', path });
      },
      replace: (setting, on) => {
        hold(new Map([[setting, undefined]]));
        setReplacing((old) => (on ? new Set([...old, setting]) : without(old, setting)));
      },
      hold,
      visit,
      showLine,
    }),
    [setReplacing, hold, visit, showLine],
  );
}

function without(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  return set.has(item) ? new Set([...set].filter((one) => one !== item)) : set;
}
