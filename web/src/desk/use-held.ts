import type { Reading } from '@clearml-conf/shared';
import { createContext, useContext, useState } from 'react';
import type { Derived } from '../draft/derived.ts';
import { fieldOfReading } from '../form/projection.ts';
import { type FieldValue, isList, saidOf, sameField } from '../form/value.ts';

/** What was typed but is no value yet, by the path of its setting. It belongs to no draft, and outlives its form. */
export type HeldTexts = ReadonlyMap<string, FieldValue>;

/** What forms hold now; undefined where nothing is held any more. */
export type Holding = ReadonlyMap<string, FieldValue | undefined>;

const nothing: HeldTexts = new Map();
const HeldContext = createContext<HeldTexts>(nothing);
export const HeldProvider = HeldContext.Provider;

/** All that is held on the page. */
export function useHeldTexts(): HeldTexts {
  return useContext(HeldContext);
}

export interface Held {
  readonly held: HeldTexts;
  readonly hold: (holding: Holding) => void;
  readonly forget: () => void;
  /** Gives back what was forgotten. */
  readonly recall: (held: HeldTexts) => void;
}

/** Keeps what is held, until the file says something else about the setting than it did when it was typed. */
export function useHeld({ now }: Derived, isSettled: boolean): Held {
  const [held, setHeld] = useState(nothing);
  const live = isSettled ? stillHeld(held, now.readings) : held;
  if (live !== held) setHeld(live);
  const [acts] = useState(() => ({
    hold: (holding: Holding) => setHeld((old) => withHolding(old, holding)),
    forget: () => setHeld(nothing),
    recall: (former: HeldTexts) => setHeld(former),
  }));
  return { held: live, ...acts };
}

function withHolding(held: HeldTexts, holding: Holding): HeldTexts {
  const isKnown = [...holding].every(([path, value]) => value === undefined && !held.has(path));
  if (isKnown) return held;
  const next = new Map(held);
  for (const [path, value] of holding) {
    if (value === undefined) next.delete(path);
    else next.set(path, value);
  }
  return next;
}

function stillHeld(held: HeldTexts, readings: ReadonlyMap<string, Reading>): HeldTexts {
  const live = [...held].filter(([path, typed]) => fits(typed, fieldOfReading(readings.get(path))));
  return live.length === held.size ? held : new Map(live);
}

function fits(typed: FieldValue, said: FieldValue | undefined): boolean {
  const expected = saidOf(typed);
  return sameField(expected, said) || (said === undefined && isList(expected) && expected.length === 0);
}
