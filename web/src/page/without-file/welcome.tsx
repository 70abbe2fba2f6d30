import { type DocumentContext, type Edit, firstFile } from '@clearml-conf/shared';
import { flushSync } from 'react-dom';
import { ConnectPage } from '../../connect/connect-page.tsx';
import { useChangesUnderWay } from '../../connect/under-way.ts';
import { hashOf } from '../../route/route.ts';
import type { Happening } from '../../session/happening.ts';
import { searchId } from '../focus-control.ts';
import { onToReview } from '../on-to-review.ts';
import { useUnsavedGuard } from '../use-session.ts';
import { useTitle } from '../use-title.ts';
import { BareTools } from './bare-tools.tsx';

interface Props {
  readonly context: DocumentContext;
  readonly happen: (happening: Happening) => void;
}

/** The page for a path without a file: a new one begins with the connection, or empty. */
export function Welcome({ context, happen }: Props) {
  const isUnsaved = useChangesUnderWay() > 0;
  useTitle(context.file.path, isUnsaved);
  useUnsavedGuard(isUnsaved);
  const apply = (edits: readonly Edit[]) =>
    onToReview(() => {
      happen({ type: 'created', text: firstFile });
      happen({ type: 'edited', edits, visit: null });
      happen({ type: 'reviewed' });
    });
  const leave = (to: 'settings' | 'search') => {
    // Nobody listens yet, and news of it that came behind the first letter would empty the search again.
    history.pushState(history.state, '', hashOf(null));
    // The search box comes with the settings, and what is typed next belongs there.
    flushSync(() => happen({ type: 'created', text: '' }));
    if (to === 'search') document.getElementById(searchId)?.focus();
  };
  return (
    <ConnectPage
      context={context}
      text=""
      onApply={apply}
      onLeave={leave}
      tools={<BareTools context={context} happen={happen} />}
    />
  );
}
