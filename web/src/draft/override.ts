import { type Document, type Effect, type Program, type Provenance, provenances, type Use } from '@clearml-conf/shared';
import type { Around } from './around.ts';

/** What a variable that is set does to a setting, with all programs that read it. */
export interface Override {
  readonly variable: string;
  /** Null where it is not told. */
  readonly value: string | null;
  readonly effects: Readonly<Partial<Record<Program, Effect>>>;
  /** What each program will use: the variable, or what the file says. */
  readonly uses: readonly Use[];
}

const without: ReadonlySet<Effect> = new Set(['no-effect', 'not-read', 'empty', 'incomplete', 'second', 'overruled']);

/** What the variables do to the settings of a document, by the path of the setting: who wins, for row and review alike. */
export function overridesOf(document: Document, { below, environment }: Around): ReadonlyMap<string, Override> {
  if (environment.size === 0) return new Map();
  return new Map(
    [...provenances({ document, below, environment })].flatMap(([path, provenance]) => {
      const override = overrideOf(provenance);
      return override ? [[path, override] as const] : [];
    }),
  );
}

/** The one that a program uses, or else the first that does anything. */
function overrideOf({ variables, uses }: Provenance): Override | null {
  const telling = variables.filter(({ effects }) => Object.values(effects).some((effect) => !without.has(effect)));
  const used = telling.find(({ name }) => uses.some((use) => use.from === 'variable' && use.name === name));
  const main = used ?? telling[0];
  return main ? { variable: main.name, value: main.text, effects: main.effects, uses } : null;
}

/** Whether a row says the same of both. */
export function sameOverride(one: Override | undefined, other: Override | undefined): boolean {
  return (
    one?.variable === other?.variable &&
    one?.value === other?.value &&
    one?.effects.sdk === other?.effects.sdk &&
    one?.effects.agent === other?.effects.agent
  );
}

/** The programs that do not use what the file says, as the variable wins there. */
export function winsFor({ effects }: Override): readonly Program[] {
  return (['sdk', 'agent'] as const).filter((program) => effects[program] === 'wins' || effects[program] === 'instead');
}

/** Whether nobody uses what the file says. */
export function winsEverywhere(override: Override): boolean {
  return override.uses.length > 0 && winsFor(override).length === override.uses.length;
}
