import { type Edit, type Problem, parse } from '@clearml-conf/shared';
import { type Clash, clashesIn, type Together } from './clashes.ts';
import { readText } from './derived.ts';
import { type Draft, draftOf, withEdits } from './draft.ts';
import type { LoadedFile } from './loaded-file.ts';
import { type Answer, type Merge, mergeTexts } from './merge.ts';
import { outcomeOf, unsavedOf } from './outcome.ts';
import { rebaseOn } from './rebase.ts';
import type { Timeline } from './timeline.ts';

/** The file as loaded and the drafts on it, and the file as it is on the disk now. */
export interface Apart {
  readonly file: LoadedFile;
  readonly timeline: Timeline;
  readonly outside: LoadedFile;
}

/** Whose value a setting gets that both sides gave one. */
export type ChosenSide = 'disk' | 'yours';

/** What both sides come to, with the answers given so far. */
export interface Joining {
  readonly merge: Merge;
  readonly yours: string;
  /** Null while places are left to be answered. */
  readonly text: string | null;
  /** Settings to be asked about once the lines fit. */
  readonly clashes: readonly Clash[];
  /** What keeps ClearML from reading the text, although it could read both sides. */
  readonly spoiled: readonly Problem[];
}

/** Puts both sides together as far as the answers go. */
export function joiningOf({ file, timeline, outside }: Apart, answers: readonly (Answer | null)[]): Joining {
  const yours = outcomeOf(timeline.draft).text;
  const merge = mergeTexts(file.text, outside.text, yours);
  const given = merge.overlaps.map((_, at) => answers[at] ?? null);
  const isAnswered = (all: readonly (Answer | null)[]): all is readonly Answer[] => !all.includes(null);
  if (!isAnswered(given)) return { merge, yours, text: null, clashes: [], spoiled: [] };
  const text = merge.text(given);
  const isSpoilt = [outside.text, yours].every(isReadable) && !isReadable(text);
  const side = (name: ChosenSide) => merge.side(given, name);
  const clashes = clashesOf({ was: file.text, disk: side('disk'), yours: side('yours'), merged: text });
  return { merge, yours, text, clashes, spoiled: isSpoilt ? errorsIn(text) : [] };
}

/** Where a place is answered both sides are as it was answered, so that nothing is asked twice. */
function clashesOf({ was, disk, yours, merged }: Together<string>): readonly Clash[] {
  if (![was, disk, yours, merged].every(isReadable)) return [];
  return clashesIn({ was: parse(was), disk: parse(disk), yours: parse(yours), merged: parse(merged) });
}

function isReadable(text: string): boolean {
  return errorsIn(text).length === 0;
}

function errorsIn(text: string): readonly Problem[] {
  return readText(text).problems.filter(({ severity }) => severity === 'error');
}

/** Lines that both put in at one place stand in nobody's way: both are taken unless people choose otherwise. */
export function presetsOf({ overlaps }: Merge): readonly (Answer | null)[] {
  return overlaps.map(({ was }) => (was.from === was.to ? 'both' : null));
}

/** Both sides together, where nothing has to be asked; null where something has. */
export function joinQuietly(apart: Apart): Timeline | null {
  const { text, clashes, spoiled } = joiningOf(apart, presetsOf(joiningOf(apart, []).merge));
  if (text === null || clashes.length > 0 || spoiled.length > 0) return null;
  return { ...aroundNow(apart), draft: draftFor(apart, text) };
}

/** Both sides together as it was answered. Undo leads to the draft with all of the own side. */
export function joinAsAnswered(apart: Apart, answers: readonly Answer[], picks: readonly ChosenSide[]): Timeline {
  const { text, merge, clashes } = joiningOf(apart, answers);
  const joined = draftFor(apart, text ?? merge.text(answers));
  const edits = clashes.map((clash, at) => editFor(clash, picks[at] ?? 'yours'));
  const around = aroundNow(apart);
  return { ...around, past: [...around.past, ownOf(apart)], draft: withEdits(joined, edits) };
}

/** The file as it is on the disk; undo leads to the draft with all of the own side. */
export function joinTheirs(apart: Apart): Timeline {
  const around = aroundNow(apart);
  return { ...around, past: [...around.past, ownOf(apart)], draft: draftOf(apart.outside.text) };
}

function editFor({ path, secret, ...sides }: Clash, pick: ChosenSide): Edit {
  const mark = secret ? { secret } : {};
  const value = sides[pick];
  return value === undefined ? { op: 'unset', path, ...mark } : { op: 'set', path, value, ...mark };
}

/** The own side wherever both changed the same. */
function ownOf(apart: Apart): Draft {
  const { merge } = joiningOf(apart, []);
  return draftFor(apart, merge.text(merge.overlaps.map(() => 'yours')));
}

/** A draft with this text on the new file: its edits, where they come to that; what was refused stays beside it. */
function draftFor({ file, timeline: { draft }, outside }: Apart, text: string): Draft {
  if (draft.base === file.text) {
    const along = { base: outside.text, edits: draft.edits };
    const outcome = outcomeOf(along);
    if (outcome.text === text && outcome.refusals.length === outcomeOf(draft).refusals.length) return along;
  }
  return text === outside.text && draft.edits.length === 0 ? draftOf(text) : unsavedOf(draft, text);
}

const mostTaken = 100;

/** Former and undone drafts on the new file: on the old one they would, once saved, undo what was done outside. */
function aroundNow(apart: Apart): Omit<Timeline, 'draft'> {
  const { file, timeline, outside } = apart;
  const rebase = rebaseOn(file.text, outside.text);
  const taken = (draft: Draft) =>
    draft.base === file.text ? rebase(draft).draft : ownOf({ ...apart, timeline: { ...timeline, draft } });
  return {
    past: timeline.past.slice(-mostTaken).map(taken),
    future: timeline.future.slice(0, mostTaken).map(taken),
    visit: null,
  };
}
