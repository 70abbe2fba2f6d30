import type {
  ConnectionCause,
  ConnectionFix,
  ConnectionQuery,
  ConnectionStep,
  ConnectionStepName,
} from '@clearml-conf/shared';
import { type RefObject, useEffect } from 'react';
import { Icon } from '../icon/icon.tsx';
import { causeInWords, connection, fixInWords, routeInWords, skipInWords } from '../words/connection.ts';
import { type ConnectionTest, failuresIn, type TestBench } from './use-connection-test.ts';

interface Props {
  readonly bench: TestBench;
  /** Null while there is no API server to call. */
  readonly query: ConnectionQuery | null;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onFix: (fix: ConnectionFix) => void;
  /** A file with certificates is to be named. */
  readonly onBundle: () => void;
  /** Everything passed. */
  readonly onGood: () => void;
}

const names: readonly ConnectionStepName[] = ['web', 'api', 'files', 'login'];

/** The test on a click: its steps as they run, each failure with what mends it. */
export function ConnectionCheck({ bench, query, button, onFix, onBundle, onGood }: Props) {
  const { test, isGood, start } = bench;
  const wanting = names.find((name) => wantsBundle(test?.steps.get(name)));
  const isRunning = test !== null && test.end === null;
  useEffect(() => {
    if (isGood) onGood();
  }, [isGood, onGood]);
  return (
    <section className="check" aria-label={connection.start} aria-busy={isRunning}>
      <div className="check-head">
        <button
          type="button"
          ref={button}
          className={isGood ? 'plain-button' : 'primary'}
          disabled={query === null}
          onClick={() => query && !isRunning && start(query)}
        >
          {isRunning ? connection.running : test ? connection.again : connection.start}
        </button>
        <p className="check-word" role="status" data-good={isGood || undefined}>
          {wordOf(test, query)}
        </p>
      </div>
      {test && (
        <ol className="check-steps">
          {names.map((name) => (
            <Step
              key={name}
              name={name}
              step={test.steps.get(name)}
              onFix={onFix}
              onBundle={name === wanting ? onBundle : null}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function wordOf(test: ConnectionTest | null, query: ConnectionQuery | null): string {
  if (query === null) return connection.noServer;
  if (test === null) return connection.why;
  if (test.end === null) return '';
  if (test.end === 'unreachable') return connection.unreachable;
  const failures = failuresIn(test);
  if (failures > 0) return connection.bad(failures);
  return test.steps.get('login')?.state === 'passed' ? connection.good : connection.goodWithoutKeys;
}

interface StepProps {
  readonly name: ConnectionStepName;
  readonly step: ConnectionStep | undefined;
  readonly onFix: (fix: ConnectionFix) => void;
  /** Null where another step asks for it already, or none does. */
  readonly onBundle: (() => void) | null;
}

function Step({ name, step, onFix, onBundle }: StepProps) {
  const state = step?.state ?? 'waiting';
  const fix = step?.state === 'failed' ? step.fix : undefined;
  const words = step && sentenceOf(step);
  return (
    <li className="check-step" data-step={name} data-state={state}>
      <StateSign state={state} />
      <span className="check-name">
        {connection.steps[name]} <span className="hidden">{connection.states[state]}</span>
      </span>
      <span className="check-way">{step && wayOf(step)}</span>
      {words && <p className="check-cause">{words}</p>}
      {fix && (
        <button type="button" className="plain-button check-fix" onClick={() => onFix(fix)}>
          {fixInWords(fix)}
        </button>
      )}
      {onBundle && (
        <button type="button" className="plain-button check-fix" onClick={onBundle}>
          {connection.nameBundle}
        </button>
      )}
    </li>
  );
}

/** Whether a file with certificates would mend it, and the setting is what names that. */
function wantsBundle(step: ConnectionStep | undefined): boolean {
  if (step?.state !== 'failed' || (step.route && step.route.bundleVariable !== null)) return false;
  return bundleCauses.has(step.cause);
}

const bundleCauses: ReadonlySet<ConnectionCause> = new Set([
  'certificate-self-signed',
  'certificate-unknown-authority',
  'no-ca-bundle',
]);

function StateSign({ state }: { readonly state: ConnectionStep['state'] | 'waiting' }) {
  if (state === 'passed') return <Icon name="check" />;
  if (state === 'failed') return <Icon name="warning" />;
  return <span className="check-dot" aria-hidden="true" />;
}

/** Where the step went, and through what. */
function wayOf(step: ConnectionStep): string | null {
  if (step.state === 'skipped' || step.route === null) return null;
  const more = routeInWords(step.route);
  return more === null ? step.route.address : `${step.route.address}, ${more}`;
}

function sentenceOf(step: ConnectionStep): string | null {
  switch (step.state) {
    case 'failed':
      return causeInWords(step, step.step);
    case 'skipped':
      return skipInWords(step.reason);
    case 'passed':
      return step.redirectTo === undefined ? null : connection.moved(step.redirectTo);
    case 'running':
      return null;
  }
}
