import type { PasteForm, PasteRest } from '@clearml-conf/shared';
import { useSyncExternalStore } from 'react';
import type { Entry } from './entries.ts';

/** What the last paste came to. The paste itself is not kept. */
export interface Pasted {
  readonly form: PasteForm;
  readonly count: number;
  readonly rest: readonly PasteRest[];
}

/** A connection on its way into the file, before anybody has asked for its review. */
export interface UnderWay {
  readonly entries: readonly Entry[];
  readonly pasted: Pasted | null;
  readonly isByHand: boolean;
  /** How many edits it would come to. */
  readonly changes: number;
}

/** It outlives the page that shows it. There are keys in it: it is here and nowhere else. */
let now: UnderWay | null = null;
const followers = new Set<() => void>();

export function underWay(): UnderWay | null {
  return now;
}

export function keepUnderWay(next: UnderWay | null): void {
  now = next;
  for (const follow of followers) follow();
}

function follow(act: () => void): () => void {
  followers.add(act);
  return () => void followers.delete(act);
}

/** How many changes wait on the page that connects. */
export function useChangesUnderWay(): number {
  return useSyncExternalStore(follow, () => now?.changes ?? 0);
}
