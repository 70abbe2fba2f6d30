import { useEffect } from 'react';
import { ChecksProvider, useLoadedChecks } from '../desk/use-checks.ts';
import { explainedPart } from '../fields/row-extra.tsx';
import { Mark } from '../icon/icon.tsx';
import { afterPaint } from '../late/after-paint.ts';
import { fetchWhenIdle, LatePart } from '../late/late.tsx';
import { isWorking } from '../session/session.ts';
import { wire } from '../session/wire.ts';
import { notices, page } from '../words/page.ts';
import { Editor } from './editor.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import {
  blockedPart,
  conflictBannerPart,
  conflictPart,
  connectPart,
  donePart,
  historyPart,
  missingFolderPart,
  notSavedPart,
  nowherePart,
  offersPart,
  resultsPart,
  reviewPart,
  strayKeysPart,
  welcomePart,
} from './late-parts.ts';
import { useSession } from './use-session.ts';
import { Ended } from './without-file/ended.tsx';
import { Locked } from './without-file/locked.tsx';

const focusWatch = { fetch: async () => (await import('./lost-focus.ts')).watchFocus() };

/** In the order in which they may be wanted. */
const whenIdle = [
  focusWatch,
  reviewPart,
  notSavedPart,
  conflictBannerPart,
  conflictPart,
  resultsPart,
  explainedPart,
  strayKeysPart,
  connectPart,
  donePart,
  historyPart,
  nowherePart,
  welcomePart,
  blockedPart,
];

/** The page in each of its states. */
export function App() {
  const bound = useSession(wire);
  const isLoading = bound.session.phase === 'loading';
  useEffect(() => (isLoading ? undefined : afterPaint(() => afterPaint(() => fetchWhenIdle(whenIdle)))), [isLoading]);
  return (
    <ChecksProvider value={useLoadedChecks(!isLoading)}>
      <Shown {...bound} />
      {'context' in bound.session && <KeysDialog />}
    </ChecksProvider>
  );
}

function Shown({ session, ...acts }: ReturnType<typeof useSession>) {
  const { happen } = acts;
  if (isWorking(session)) return <Editor session={session} {...acts} />;
  switch (session.phase) {
    case 'loading':
      return <Plain text={page.loading} />;
    case 'unreachable':
      return <Plain text={notices.unreachable} />;
    case 'locked':
      return <Locked reason={session.reason} />;
    case 'ended':
      return <Ended context={session.context} isKept={session.isKept} />;
    case 'welcome':
      return session.context.file.readOnly === 'no-folder' ? (
        <LatePart part={missingFolderPart} props={{ context: session.context, happen }} />
      ) : (
        <>
          <LatePart part={offersPart} props={{ file: '', happen }} />
          <LatePart part={welcomePart} props={{ context: session.context, happen }} />
        </>
      );
    case 'blocked':
      return <LatePart part={blockedPart} props={{ context: session.context, reason: session.reason, happen }} />;
  }
}

function Plain({ text }: { readonly text: string }) {
  return (
    <main className="plain">
      <Mark />
      <p role="status">{text}</p>
    </main>
  );
}
