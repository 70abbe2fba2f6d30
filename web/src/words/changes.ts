import {
  type ConfigValue,
  entryLabel,
  isList,
  isObject,
  isSecret,
  maskedPath,
  maskedText,
  type Path,
  type SettingChange,
  type Side,
  settingAt,
  valueAt,
} from '@clearml-conf/shared';
import { visible } from '../diff/hidden-signs.ts';
import { mask } from '../diff/paint.ts';
import type { Refusal } from '../draft/outcome.ts';
import { type Override, winsEverywhere, winsFor } from '../draft/override.ts';
import { plural } from './page.ts';
import { review } from './review.ts';
import { defaultInWords, programs, row } from './settings.ts';
import { isHidden, isHiddenIn, valueInWords } from './values.ts';

/** What changes: the title of the setting, or its path where the catalog knows none. */
export function changeTitle(change: SettingChange): string {
  return change.setting?.title ?? changePath(change);
}

/** Where it stands. */
export function changePath({ path }: SettingChange): string {
  return maskedPath(path, mask);
}

/** The value before or after, never a secret; of a secret that stays one, that it is another. */
export function sideInWords(change: SettingChange, side: 'before' | 'after'): string {
  const value = change[side];
  if (value === undefined) return review.absent;
  if (change.entries && isList(value)) return plural(value.length, 'entry', 'entries');
  if (!isHiddenOn(side, change)) return valueInWords(change.path, value);
  const isAnother = side === 'after' && isHiddenOn('before', change);
  return isAnother ? review.another : review.hidden;
}

/** Whether the value of a side is told by a mask alone. */
function isHiddenOn(side: Side, { secret, referred = false, drawn = [], [side]: value }: SettingChange): boolean {
  const isDrawn = drawn.includes(side);
  return value !== undefined && isHiddenIn({ secret: secret || isDrawn, tied: referred || isDrawn }, value);
}

/** The entry of a list that a change lies in: "bucket · host", or its place. Null where it lies in none. */
export function entryInWords({ path, referred, inDrawn }: SettingChange, root: ConfigValue): string | null {
  const at = path.findLastIndex((part) => typeof part === 'number');
  const place = path[at];
  if (typeof place !== 'number') return null;
  if (referred || inDrawn) return row.entry(place + 1);
  return labelInWords(path.slice(0, at), place, valueAt(root, path.slice(0, at + 1)) ?? null);
}

function labelInWords(list: Path, place: number, value: ConfigValue): string {
  if (!isObject(value)) return `${row.entry(place + 1)}: ${valueInWords([...list, place], value)}`;
  const label = entryLabel(list, value, mask);
  return label === '' ? row.entry(place + 1) : visible(label);
}

/** One entry of a list that changed: what happened to it, which it is, and what changed in it. */
export interface EntryWords {
  readonly what: string;
  readonly which: string;
  readonly parts: readonly string[];
}

/** What became of the entries of a list, never a secret. */
export function entriesInWords({ path, referred = false, entries = [] }: SettingChange): readonly EntryWords[] {
  return entries.map(({ kind, place, from = place, value, secret = referred, changes }) => ({
    what: kind === 'moved' ? review.entryMoved(from + 1, place + 1) : review.entry[kind],
    which: isHiddenIn({ secret, tied: secret }, value)
      ? `${row.entry(place + 1)}: ${review.hidden}`
      : labelInWords(path, place, value),
    parts: changes.map((change) => partInWords(change, path.length + 1)),
  }));
}

function partInWords(change: SettingChange, depth: number): string {
  const name = change.setting?.title ?? maskedPath(change.path.slice(depth), mask);
  const sides = review.sides(sideInWords(change, 'before'), sideInWords(change, 'after'));
  return name === '' ? sides : `${name}: ${sides}`;
}

/** What a change only follows from. */
export function followsInWords({ follows = [] }: SettingChange): string {
  return review.follows(follows.map((source) => visible(maskedText([], source, mask))));
}

/** What ClearML will do with it. */
export function effectInWords(change: SettingChange, override: Override | undefined): string {
  if (!override) return outcomeInWords(change);
  const { variable, effects } = override;
  if (winsEverywhere(override)) return ifEmpty(change) ? review.counts(variable) : review.overridden(variable);
  const winners = winsFor(override).map((program) => programs[program]);
  const words = outcomeInWords(change);
  if (winners.length > 0) return `${words} ${review.overriddenFor(variable, winners.join(' and '))}`;
  const known = Object.values(effects);
  if (known.includes('stops')) return `${words} ${review.stops(variable)}`;
  if (known.includes('adds')) return `${words} ${review.adds(variable)}`;
  if (known.includes('in-containers')) return `${words} ${review.overriddenFor(variable, review.containers)}`;
  return known.includes('unknown') ? `${words} ${review.mayWin(variable)}` : words;
}

/** Whether the variable counts only because of the change: it stands back as long as the file says something. */
function ifEmpty({ setting }: SettingChange): boolean {
  return setting?.['x-env-rule']?.startsWith('if-empty') === true;
}

function outcomeInWords(change: SettingChange): string {
  if (change.after !== undefined) return willUseInWords(change);
  const words = change.setting ? defaultInWords(change.setting) : null;
  return words === null ? review.willUseOwnDefault : review.willUseDefault(words);
}

function willUseInWords(change: SettingChange): string {
  if (change.entries) return review.willUseList;
  if (!change.setting) return review.willRead(sideInWords(change, 'after'));
  return isHiddenOn('after', change) ? review.willUseHidden : review.willUse(sideInWords(change, 'after'));
}

/** The title of what could not be written. */
export function refusalTitle(refusal: Refusal): string {
  return settingAt(refusal.path)?.title ?? refusalPath(refusal);
}

/** Where it was to be written. */
export function refusalPath({ path }: Refusal): string {
  return maskedPath(path, mask);
}

/** The value that was typed, never a secret; null where none was. */
export function wishInWords({ edit, path }: Refusal): string | null {
  if (!('value' in edit)) return null;
  return isSecret(path) && isHidden(edit.value) ? review.hidden : valueInWords(path, edit.value);
}
