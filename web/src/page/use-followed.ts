import { changedSettings, documentOf } from '@clearml-conf/shared';
import { useCallback, useRef } from 'react';
import type { Draft } from '../draft/draft.ts';
import { outcomeOf } from '../draft/outcome.ts';
import type { Timeline } from '../draft/timeline.ts';
import { blockOfRow, rowPathOf } from '../form/blocks.ts';
import { type Route, routeOf, showsSame } from '../route/route.ts';
import type { Happening } from '../session/happening.ts';

/** Lets things happen, and takes people to what Undo or Redo concerned where they would not see it. */
export function useFollowed(
  timeline: Timeline,
  route: Route,
  happen: (happening: Happening) => void,
  goTo: (setting: string) => void,
): (happening: Happening) => void {
  const now = useRef({ timeline, route });
  now.current = { timeline, route };
  return useCallback(
    (happening: Happening) => {
      const { draft, past, future } = now.current.timeline;
      happen(happening);
      const next = happening.type === 'undone' ? past.at(-1) : happening.type === 'redone' ? future[0] : undefined;
      const rows = next ? rowsBetween(draft, next) : [];
      const [first] = rows;
      // What is drawn may be about to go: the address is ahead of it for a moment.
      const stays = showsSame(now.current.route, routeOf(location.hash));
      if (first !== undefined && !(stays && rows.some(isShown))) goTo(first);
    },
    [happen, goTo],
  );
}

/** The rows of the settings that were edited. Where the text itself was mended or typed there is none to go to. */
function rowsBetween(one: Draft, other: Draft): readonly string[] {
  if (one.base !== other.base) return [];
  const changes = changedSettings(documentOf(outcomeOf(one).text), documentOf(outcomeOf(other).text));
  return changes.map(({ path }) => rowPathOf(path)).filter((row) => blockOfRow(row) !== undefined);
}

function isShown(row: string): boolean {
  return document.querySelector(`[data-setting="${CSS.escape(row)}"]`) !== null;
}
