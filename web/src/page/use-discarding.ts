import { useCallback, useRef } from 'react';
import type { Held, HeldTexts } from '../desk/use-held.ts';
import type { Draft } from '../draft/draft.ts';
import type { Timeline } from '../draft/timeline.ts';
import type { Happening } from '../session/happening.ts';

/** What drops all changes takes along what is no value yet, and undo gives it back; so does a draft that was kept. */
export function useDiscarding(
  happen: (happening: Happening) => void,
  { held, forget, recall }: Pick<Held, 'held' | 'forget' | 'recall'>,
  { draft, past }: Timeline,
): (happening: Happening) => void {
  const discarded = useRef<{ readonly draft: Draft | undefined; readonly held: HeldTexts } | null>(null);
  const now = useRef({ held, draft, past });
  now.current = { held, draft, past };
  return useCallback(
    (happening: Happening) => {
      const { current } = now;
      if (happening.type === 'discarded') {
        discarded.current = { draft: current.draft, held: current.held };
        forget();
        return happen({ ...happening, holds: current.held.size > 0 });
      }
      if (happening.type === 'joined' && happening.notice === 'reloaded') {
        discarded.current = { draft: happening.timeline.past.at(-1), held: current.held };
        forget();
      }
      if (happening.type === 'taken-up') recall(new Map(happening.draft.unfinished?.held));
      const former = discarded.current;
      if (happening.type === 'undone' && former && current.past.at(-1) === former.draft) recall(former.held);
      happen(happening);
    },
    [happen, forget, recall],
  );
}
