import { formatPath, type Path } from '@clearml-conf/shared';
import { useMemo, useState } from 'react';
import type { Clash } from '../../draft/clashes.ts';
import { type Apart, type ChosenSide, type Joining, joiningOf, presetsOf } from '../../draft/join.ts';
import type { Answer } from '../../draft/merge.ts';

/** What people chose so far where both sides of a file changed the same; null where they have not. */
export interface Answers {
  readonly joined: Joining;
  /** For each place, in their order. */
  readonly given: readonly (Answer | null)[];
  /** For each setting, in their order. */
  readonly picked: readonly (ChosenSide | null)[];
  /** How many choices are left. */
  readonly left: number;
  readonly answer: (place: number, answer: Answer) => void;
  readonly pick: (setting: Path, pick: ChosenSide) => void;
  /** The same side everywhere. */
  readonly answerAll: (side: ChosenSide) => void;
}

/**
 * The choices between two sides. Places are known by their order, so this has to begin anew with other sides; which
 * settings are asked about depends on the places, so those are known by their path.
 */
export function useAnswers(apart: Apart): Answers {
  const [answers, setAnswers] = useState<readonly (Answer | null)[]>(() => presetsOf(joiningOf(apart, []).merge));
  const [picks, setPicks] = useState<ReadonlyMap<string, ChosenSide>>(new Map());
  const joined = useMemo(() => joiningOf(apart, answers), [apart, answers]);
  const given = joined.merge.overlaps.map((_, place) => answers[place] ?? null);
  const picked = joined.clashes.map(({ path }) => picks.get(formatPath(path)) ?? null);
  return {
    joined,
    given,
    picked,
    left: [...given, ...picked].filter((choice) => choice === null).length,
    answer: (place, answer) => setAnswers(given.map((old, at) => (at === place ? answer : old))),
    pick: (setting, pick) => setPicks(new Map([...picks, [formatPath(setting), pick]])),
    answerAll: (side) => {
      setAnswers(given.map(() => side));
      setPicks(sideForAll(joined.clashes, side));
    },
  };
}

function sideForAll(clashes: readonly Clash[], side: ChosenSide): ReadonlyMap<string, ChosenSide> {
  return new Map(clashes.map(({ path }) => [formatPath(path), side]));
}
