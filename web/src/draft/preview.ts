import { type Document, lookup, type Path, positionAt, resolve } from '@clearml-conf/shared';
import { type Apart, type ChosenSide, type Joining, joinAsAnswered } from './join.ts';
import type { Answer, LineRange } from './merge.ts';
import { outcomeOf } from './outcome.ts';

/** Lines that would stand in the file, and those of them that were chosen. */
export interface PreviewLines {
  readonly shown: LineRange;
  readonly chosen: LineRange;
}

/** The text with the places as they are answered so far. */
export function textSoFar({ merge }: Joining, given: readonly (Answer | null)[]): string {
  return merge.text(filled(given));
}

/** What would stand at each place, with the lines round it; null where nothing is chosen yet. */
export function previewOf({ merge }: Joining, given: readonly (Answer | null)[]): readonly (PreviewLines | null)[] {
  const places = merge.places(filled(given));
  const open = places.filter((_, at) => given[at] === null);
  return places.map((chosen, at) => (given[at] === null ? null : { chosen, shown: round(chosen, open) }));
}

/** The text once settings are picked too; null while places are left. */
export function textWithPicks(
  apart: Apart,
  joined: Joining,
  given: readonly (Answer | null)[],
  picked: readonly (ChosenSide | null)[],
): string | null {
  const answers = given.filter((answer) => answer !== null);
  if (joined.text === null || joined.clashes.length === 0 || answers.length < given.length) return null;
  const picks = picked.map((pick) => pick ?? 'yours');
  return outcomeOf(joinAsAnswered(apart, answers, picks).draft).text;
}

/** The lines of a setting, with those round it; null where it is not in the file. */
export function linesOf(document: Document, path: Path): PreviewLines | null {
  const field = lookup(resolve(document).root, path)?.origin?.field;
  if (!field) return null;
  const line = (offset: number) => positionAt(document.text, offset).line;
  const chosen = { from: line(field.from) - 1, to: line(field.to) };
  return { chosen, shown: round(chosen, []) };
}

/** Where nothing is chosen the own side stands in for it; it is not shown. */
function filled(given: readonly (Answer | null)[]): readonly Answer[] {
  return given.map((answer) => answer ?? 'yours');
}

const around = 2;

/** A few lines more on either side, up to the next place that is still open. */
function round({ from, to }: LineRange, open: readonly LineRange[]): LineRange {
  const before = Math.max(0, ...open.filter((place) => place.to <= from).map((place) => place.to));
  const after = Math.min(...open.filter((place) => place.from >= to).map((place) => place.from), to + around);
  return { from: Math.max(before, from - around), to: after };
}
