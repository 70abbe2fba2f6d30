import type { ConnectionQuery, ConnectionStep, ConnectionStepName } from '@clearml-conf/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type TestEnd, testConnection } from './stream.ts';

/** A test: what is known of each step, and how it ended, null while it runs. */
export interface ConnectionTest {
  readonly steps: ReadonlyMap<ConnectionStepName, ConnectionStep>;
  readonly end: TestEnd | null;
}

export interface TestBench {
  readonly test: ConnectionTest | null;
  /** Everything that was tried has passed. */
  readonly isGood: boolean;
  readonly start: (query: ConnectionQuery) => void;
  /** Forgets the result: it is not about what is on screen any more. */
  readonly forget: () => void;
}

export function failuresIn({ steps }: ConnectionTest): number {
  return [...steps.values()].filter(({ state }) => state === 'failed').length;
}

/** One test at a time; leaving the page ends it. */
export function useConnectionTest(): TestBench {
  const [test, setTest] = useState<ConnectionTest | null>(null);
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
  }, []);
  useEffect(() => stop, [stop]);
  const start = useCallback(
    (query: ConnectionQuery) => {
      stop();
      const controller = new AbortController();
      running.current = controller;
      setTest({ steps: new Map(), end: null });
      const onStep = (step: ConnectionStep) => {
        if (!controller.signal.aborted)
          setTest((old) => old && { ...old, steps: new Map(old.steps).set(step.step, step) });
      };
      void testConnection(query, controller.signal, onStep).then((end) => {
        if (!controller.signal.aborted) setTest((old) => old && { ...old, end });
      });
    },
    [stop],
  );
  const forget = useCallback(() => {
    stop();
    setTest(null);
  }, [stop]);
  return { test, isGood: test?.end === 'ended' && failuresIn(test) === 0, start, forget };
}
