import type { Json, Setting } from '../../catalog/index.ts';
import type { Place } from '../../catalog/tree.ts';
import type { Edit, Path, Resolved } from '../../hocon/index.ts';

/** What can be wrong with a setting that ClearML's reader takes without a word. The words for people stand elsewhere. */
export type SettingProblemCode =
  /** ClearML knows no such setting; `subject` is the one that was hardly meant otherwise, if there is one. */
  | 'unknown'
  /** It stands in another place than ClearML reads it; `subject` is the right one. */
  | 'wrong-place'
  /** It belongs on the command line; `subject` is the option. */
  | 'command-line'
  /** It is for the server's own configuration. */
  | 'server-file'
  /** Only Enterprise packages could know it. */
  | 'enterprise'
  /** ClearML can do nothing of that kind; `subject` is the name of what was wished for. */
  | 'not-supported'
  /** An unknown key in an entry that ClearML hands on as it stands: the program stops. */
  | 'refused-key'
  /** A plain value where a section belongs: the section is gone, with all its defaults. */
  | 'section-replaced'
  /** The value is of another kind than the setting takes. */
  | 'wrong-type'
  /** Text where true or false is meant: most of the time it counts as true. `subject` is the text. */
  | 'text-for-boolean'
  /** `None` is ordinary text in this file. */
  | 'none-text'
  /** Digits without quotes are a number: leading zeros and long tails are lost. */
  | 'number-for-text'
  /** One text where a list belongs: ClearML takes it apart, letter by letter, or ignores it. */
  | 'text-for-list'
  /** One object where a list of objects belongs. */
  | 'object-for-list'
  /** None of the words that ClearML knows here; `subject` is the word. */
  | 'unknown-word'
  | 'out-of-range'
  /** Several words in one entry: docker gets them as one. `subject` is the first of them. */
  | 'words-in-one-entry'
  /** It counts only if another setting is so; `subject` is that setting, `wanted` what it has to be if not just set. */
  | 'needs'
  /** It and another setting exclude each other; `subject` is the other one. */
  | 'conflict'
  /** Nobody reads it any more; `subject` is what took its place, if anything did. */
  | 'unread'
  /** ClearML still reads it, but calls it old; `subject` is what took its place, if anything did. */
  | 'deprecated'
  | 'slash-at-end'
  | 'no-scheme'
  /** The usual port of another server; `subject` is the usual one. */
  | 'wrong-port'
  /** Two servers at one address; `subject` is the other one. */
  | 'same-address'
  /** An entry without keys, which ClearML drops. */
  | 'entry-without-keys'
  /** An entry lacks what it cannot do without; `subject` is its name. */
  | 'missing-part'
  /** `http://` where a bare host name is meant. */
  | 'scheme-in-host';

/**
 * `error`: ClearML stops, or loses what is written · `warning`: it does something else than is meant · `hint`: it does
 * nothing, or nothing good.
 */
export type SettingSeverity = 'error' | 'warning' | 'hint';

/** Something about a setting that a person should know. */
export interface SettingProblem {
  readonly code: SettingProblemCode;
  readonly severity: SettingSeverity;
  readonly path: Path;
  /** Where it stands; none for what comes from an include. */
  readonly line?: number;
  readonly subject?: string;
  readonly wanted?: Json;
  /** Edits after which it is as it was most likely meant. */
  readonly fix?: readonly Edit[];
}

/** A value of the document and its place in the catalog. */
export interface Found {
  readonly path: Path;
  readonly resolved: Resolved;
  readonly line?: number;
  /** As it is written. */
  readonly source?: string;
  /** None if the catalog does not know it. */
  readonly place?: Place;
  readonly setting?: Setting;
  /** What stands in it, if the catalog does not know it. */
  readonly inside?: readonly Found[];
}

/** A problem of a value that was found. */
export function problemAt(
  found: Pick<Found, 'path' | 'line'>,
  code: SettingProblemCode,
  severity: SettingSeverity,
  more: Pick<SettingProblem, 'subject' | 'wanted' | 'fix'> = {},
): SettingProblem {
  const { path, line } = found;
  return { code, severity, path, ...(line !== undefined && { line }), ...more };
}
