import type { Program, SettingChange } from '@clearml-conf/shared';

/** What a save changed, to say afterwards what it takes for it to count. */
export interface SavedChanges {
  readonly settings: number;
  /** The programs that read any of it. */
  readonly readers: readonly Program[];
}

export const noChanges: SavedChanges = { settings: 0, readers: [] };

/** How many settings a save changes, and who reads them. */
export function savedChangesOf(changes: readonly SettingChange[]): SavedChanges {
  const readers = new Set(changes.map(({ setting }) => setting?.['x-read-by']));
  const isRead = (program: Program) => readers.has(program) || readers.has('both');
  return { settings: changes.length, readers: (['sdk', 'agent'] as const).filter(isRead) };
}
