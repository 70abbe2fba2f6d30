import { type ReactNode, useMemo, useState } from 'react';
import type { Around } from '../draft/around.ts';
import type { Advice } from '../form/advice.ts';
import { type Acts, ActsProvider, type Desk, DeskProvider, SettledProvider } from './desk.ts';
import { RevealContext } from './reveal.ts';
import { AdviceProvider } from './use-advice.ts';
import { AroundProvider } from './use-around.ts';
import { HeldProvider, type HeldTexts } from './use-held.ts';

interface Props {
  readonly desk: Desk;
  readonly acts: Acts;
  /** False while something was typed that is not worked out yet. */
  readonly isSettled: boolean;
  readonly held: HeldTexts;
  readonly around: Around;
  readonly advice: Advice;
  readonly children: ReactNode;
}

/** Gives everything inside what rows are drawn from and what they can do. */
export function OnDesk({ desk, acts, isSettled, held, around, advice, children }: Props) {
  const [revealed, setRevealed] = useState<string | null>(null);
  const reveal = useMemo(() => ({ revealed, setRevealed }), [revealed]);
  return (
    <ActsProvider value={acts}>
      <DeskProvider value={desk}>
        <SettledProvider value={isSettled}>
          <HeldProvider value={held}>
            <AroundProvider value={around}>
              <AdviceProvider value={advice}>
                <RevealContext value={reveal}>{children}</RevealContext>
              </AdviceProvider>
            </AroundProvider>
          </HeldProvider>
        </SettledProvider>
      </DeskProvider>
    </ActsProvider>
  );
}
