import { type DocumentContext, parse, type SettingsFile } from '@clearml-conf/shared';

/** What decides beside the file: other files that ClearML merges below it, and the variables that are set. */
export interface Around {
  readonly below: readonly SettingsFile[];
  /** Null for a value that is not told. */
  readonly environment: ReadonlyMap<string, string | null>;
}

/** Nothing but the file. */
export const nothingAround: Around = { below: [], environment: new Map() };

/** What the program tells about the place where it was started. */
export function aroundOf({ alsoMerged, environment }: Pick<DocumentContext, 'alsoMerged' | 'environment'>): Around {
  return {
    below: alsoMerged.flatMap(({ path, text }) => (text === null ? [] : [{ name: path, document: parse(text) }])),
    environment: new Map(environment.map(({ name, value }) => [name, value])),
  };
}
