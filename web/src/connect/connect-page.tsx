import type { DocumentContext, Edit } from '@clearml-conf/shared';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { PageHead } from '../desk/page-head.tsx';
import { RevealContext } from '../desk/reveal.ts';
import { useKeys } from '../desk/use-keys.ts';
import { aroundOf } from '../draft/around.ts';
import { readText } from '../draft/derived.ts';
import { overridesOf, winsEverywhere } from '../draft/override.ts';
import { connect } from '../words/connect.ts';
import { readOnlyTrouble } from '../words/trouble.ts';
import { ConnectionCheck } from './connection-check.tsx';
import { type Entry, editsOf, lacksKeys, queryOf, verifySetting, withValue } from './entries.ts';
import { EntryList } from './entry-list.tsx';
import { FirstSteps } from './first-steps.tsx';
import { PasteBox } from './paste-box.tsx';
import { PasteRests } from './paste-rests.tsx';
import { type Connecting, useConnecting } from './use-connecting.ts';
import { type TestBench, useConnectionTest } from './use-connection-test.ts';

interface Props {
  readonly context: DocumentContext;
  /** The text of the draft; empty where there is no file. */
  readonly text: string;
  readonly onApply: (edits: readonly Edit[]) => void;
  readonly onLeave: (to: 'settings' | 'search') => void;
  /** What else its head holds. */
  readonly tools: ReactNode;
}

/** From what people have copied to a connection that works: paste, look, test, and on to the review. */
export function ConnectPage({ context, text, onApply, onLeave, tools }: Props) {
  const { readings } = readText(text);
  const connecting = useConnecting(readings);
  const { entries, pasted, isByHand } = connecting;
  const isFilled = entries.some(({ source }) => source !== 'none');
  const isFirst = pasted === null && !isFilled && !isByHand;
  const edits = editsOf(entries);
  const bench = useConnectionTest();
  const box = useRef<HTMLTextAreaElement>(null);
  const testButton = useRef<HTMLButtonElement>(null);
  const [revealed, setRevealed] = useState<string | null>(null);
  const reveal = useMemo(() => ({ revealed, setRevealed }), [revealed]);
  const apply = () => {
    if (edits.length === 0) return;
    connecting.handOver();
    onApply(edits);
  };
  const leave = () => onLeave('settings');
  useKeys({ search: () => onLeave('search'), undo: null, redo: null, save: apply, back: leave });
  const isReady = pasted !== null && !lacksKeys(entries);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each paste leads on, not each letter of a key
  useEffect(() => (isReady ? testButton : box).current?.focus(), [pasted]);

  return (
    <RevealContext value={reveal}>
      <div className="connect">
        <PageHead file={context.file}>
          {tools}
          <button type="button" className="plain-button" onClick={leave}>
            {connect.allSettings}
          </button>
        </PageHead>
        <main className="connect-body">
          <h1>{connect.title}</h1>
          {context.file.readOnly && <p className="note note-fault">{readOnlyTrouble[context.file.readOnly]}</p>}
          {isFirst ? (
            <FirstSteps connecting={connecting} box={box} onByHand={connecting.fillByHand} />
          ) : (
            <>
              <PasteHead connecting={connecting} bench={bench} box={box} />
              <Check
                connecting={connecting}
                bench={bench}
                testButton={testButton}
                notes={notesOf(context, text)}
                changes={edits.length}
                onApply={apply}
              />
            </>
          )}
        </main>
      </div>
    </RevealContext>
  );
}

interface HeadProps {
  readonly connecting: Connecting;
  readonly bench: TestBench;
  readonly box: React.RefObject<HTMLTextAreaElement | null>;
}

/** What was understood, and the box for a paste until there is everything that is needed. */
function PasteHead({ connecting: { pasted, fault, read, askAgain, entries }, bench, box }: HeadProps) {
  const readAnew = (paste: string) => {
    bench.forget();
    read(paste);
  };
  return (
    <>
      {pasted && (
        <div className="understood">
          <p role="status">{connect.understood(pasted.form, pasted.count)}</p>
          {!lacksKeys(entries) && (
            <button type="button" className="quiet-button" onClick={askAgain}>
              {connect.again}
            </button>
          )}
        </div>
      )}
      {(pasted === null || lacksKeys(entries)) && (
        <PasteBox label={pasted ? connect.pasteKeys : connect.pasteNew} box={box} fault={fault} onText={readAnew} />
      )}
      {pasted === null && (
        <h2>{entries.some(({ source }) => source === 'file') ? connect.current : connect.byHandTitle}</h2>
      )}
    </>
  );
}

interface CheckProps {
  readonly connecting: Connecting;
  readonly bench: TestBench;
  readonly testButton: React.RefObject<HTMLButtonElement | null>;
  readonly notes: ReadonlyMap<string, string>;
  readonly changes: number;
  readonly onApply: () => void;
}

/** The settings on their way into the file, the test, and the one button that goes on. */
function Check({
  connecting: { entries, setEntries, pasted },
  bench,
  testButton,
  notes,
  changes,
  onApply,
}: CheckProps) {
  const reviewButton = useRef<HTMLButtonElement>(null);
  const focusReview = useCallback(() => reviewButton.current?.focus(), []);
  const bundleBox = useBundleBox();
  const change = (next: readonly Entry[]) => {
    setEntries(next);
    bench.forget();
  };
  return (
    <>
      <EntryList entries={entries} onChange={change} notes={notes} />
      {pasted && <PasteRests rest={pasted.rest} />}
      <ConnectionCheck
        bench={bench}
        query={queryOf(entries)}
        button={testButton}
        onFix={({ setting, value }) => change(withValue(entries, setting, value, 'mended'))}
        onBundle={() => {
          change(withValue(entries, verifySetting, '', 'typed'));
          bundleBox.focus();
        }}
        onGood={focusReview}
      />
      <div className="connect-end">
        <button
          type="button"
          ref={reviewButton}
          className={bench.isGood ? 'primary' : 'plain-button'}
          disabled={changes === 0}
          onClick={onApply}
        >
          {connect.review(changes)}
        </button>
        <span className="soft">{connect.safe}</span>
      </div>
    </>
  );
}

/** The box for a file with certificates, which is only there once it is asked for. */
function useBundleBox(): { readonly focus: () => void } {
  const [wishes, setWishes] = useState(0);
  useEffect(() => {
    if (wishes > 0) document.getElementById(`connect-${verifySetting}`)?.focus();
  }, [wishes]);
  return { focus: () => setWishes((before) => before + 1) };
}

/** Variables that win over whatever is written here, said before anybody wonders. */
function notesOf(context: DocumentContext, text: string): ReadonlyMap<string, string> {
  const overrides = overridesOf(readText(text).document, aroundOf(context));
  return new Map(
    [...overrides].flatMap(([path, override]) =>
      winsEverywhere(override) ? [[path, connect.overridden(override.variable)] as const] : [],
    ),
  );
}
