import {
  type ConfigValue,
  type Edit,
  isObject,
  type Path,
  type Reading,
  type SettingChange,
  sameValue,
} from '@clearml-conf/shared';
import { createContext, useContext } from 'react';
import type { Derived } from '../draft/derived.ts';
import { dropPath } from '../draft/drop.ts';
import type { Refusal } from '../draft/outcome.ts';
import { type Override, sameOverride } from '../draft/override.ts';
import { restKey, rowPathOf } from '../form/blocks.ts';
import type { Holding } from './use-held.ts';

/** What every row on the page is drawn from. */
export interface Desk {
  readonly derived: Derived;
  readonly changes: ReadonlyMap<string, readonly SettingChange[]>;
  readonly refusals: ReadonlyMap<string, Refusal>;
  readonly overrides: ReadonlyMap<string, Override>;
  /** Rows whose computed or misfit value is about to be replaced. */
  readonly replacing: ReadonlySet<string>;
}

/** What rows can do. It stays the same object for the whole life of the page. */
export interface Acts {
  readonly edit: (edits: readonly Edit[], visit: string | null) => void;
  readonly leave: () => void;
  readonly drop: (path: Path) => void;
  readonly replace: (setting: string, on: boolean) => void;
  /** Keeps what was typed but is no value yet. */
  readonly hold: (holding: Holding) => void;
  /** Says where people are, so that the file shows the place. */
  readonly visit: (setting: string) => void;
  readonly showLine: (line: number) => void;
}

const DeskContext = createContext<Desk | null>(null);
const ActsContext = createContext<Acts | null>(null);
const SettledContext = createContext(true);
/** Apart from the desk, so that a key does not draw every row twice. */
export const SettledProvider = SettledContext.Provider;
export const DeskProvider = DeskContext.Provider;
export const ActsProvider = ActsContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A row stands outside of the desk');
  return desk;
}

/** False for the moment in which something was typed that is not worked out yet. */
export function useSettled(): boolean {
  return useContext(SettledContext);
}

export function useActs(): Acts {
  const acts = useContext(ActsContext);
  if (!acts) throw new Error('A row stands outside of the desk');
  return acts;
}

/** What one row shows of its setting. */
export interface RowState {
  readonly reading: Reading | undefined;
  readonly changes: readonly SettingChange[];
  readonly refusal: Refusal | undefined;
  readonly override: Override | undefined;
  /** Whether its changes can be taken back alone. */
  readonly canDrop: boolean;
}

export function rowStateOf(desk: Desk, path: string): RowState {
  const changes = desk.changes.get(path) ?? [];
  const reading = desk.derived.now.readings.get(path);
  const taken = droppedWith(path, changes);
  return {
    reading,
    changes,
    refusal: desk.refusals.get(path),
    override: desk.overrides.get(path),
    canDrop: taken.length > 0 && taken.every((one) => dropPathIn(desk, one) !== null),
  };
}

/** What is taken back with the row: the setting, or each changed key where a row holds all other keys of a section. */
export function droppedWith(path: string, changes: readonly SettingChange[]): readonly Path[] {
  if (changes.length === 0) return [];
  const names = path.split('.');
  return names.at(-1) === restKey ? changes.map((change) => change.path) : [names];
}

/** What is taken out of the file with the row. */
export function unsetWith(path: string, reading: Reading | undefined): readonly Path[] {
  const names = path.split('.');
  if (names.at(-1) !== restKey) return [names];
  return isObject(reading?.value) ? [...reading.value.keys()].map((name) => [...names.slice(0, -1), name]) : [];
}

/** Where taking back a change would take effect: the change alone, or its whole list; null where it cannot be. */
export function dropPathIn({ derived }: Desk, path: Path): Path | null {
  return dropPath(derived.file.document.text, derived.draft, path);
}

/** Whether a row that shows the one shows the other just as well. */
export function sameRowState(one: RowState, other: RowState): boolean {
  return (
    sameReading(one.reading, other.reading) &&
    one.changes.length === other.changes.length &&
    one.changes.every((change, at) => change.kind === other.changes[at]?.kind) &&
    one.refusal?.code === other.refusal?.code &&
    one.refusal?.detail === other.refusal?.detail &&
    one.refusal?.line === other.refusal?.line &&
    sameOverride(one.override, other.override) &&
    one.canDrop === other.canDrop
  );
}

function sameReading(one: Reading | undefined, other: Reading | undefined): boolean {
  return (
    one?.state === other?.state &&
    one?.source === other?.source &&
    one?.line === other?.line &&
    one?.twinLine === other?.twinLine &&
    (one?.state !== 'computed' || sameComputed(one.value, other?.value))
  );
}

/** What is worked out from other values can change while it is written as before. */
function sameComputed(one: ConfigValue | undefined, other: ConfigValue | undefined): boolean {
  return one === undefined || other === undefined ? one === other : sameValue(one, other);
}

/** The changes by the row they are shown in; a change inside a list belongs to the row of the list. */
export function byRow(changes: readonly SettingChange[]): ReadonlyMap<string, readonly SettingChange[]> {
  const rows = new Map<string, SettingChange[]>();
  for (const change of changes) {
    const row = rowPathOf(change.path);
    rows.set(row, [...(rows.get(row) ?? []), change]);
  }
  return rows;
}

/** How many changes there are to review: settings, or one where only other text changed, and what cannot be written. */
export function changeCount({ derived }: Desk): number {
  const { changes, refusals, text, file } = derived;
  const written = changes.length > 0 ? changes.length : text === file.document.text ? 0 : 1;
  return written + refusals.length;
}
