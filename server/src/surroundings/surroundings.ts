import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { version } from '../../../package.json';

/** What the program knows of where it runs. Passed in, so that a test can stand anywhere. */
export interface Surroundings {
  readonly environment: ReadonlyMap<string, string>;
  readonly home: string;
  /** The folder in which the person stands. */
  readonly folder: string;
  readonly exists: (path: string) => boolean;
  readonly versions: { readonly program: string; readonly node: string };
}

/** The surroundings of this very process. */
export function ownSurroundings(): Surroundings {
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    environment: new Map(entries),
    home: ownHome(),
    folder: process.cwd(),
    exists: existsSync,
    versions: { program: version, node: process.versions.node },
  };
}

function ownHome(): string {
  try {
    return homedir();
  } catch {
    // A user without any home, as in some containers: Python leaves the sign as it is, and so does ClearML.
    return '~';
  }
}
