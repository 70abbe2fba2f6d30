import { useCallback, useState } from 'react';
import type { Derived } from '../draft/derived.ts';

/** Where people are: the setting they are in, or a line they asked for. The count makes a second wish a new one. */
export interface Whereabouts {
  readonly setting: string | null;
  readonly line: number | null;
  readonly asked: number;
  readonly visit: (setting: string) => void;
  readonly showLine: (line: number) => void;
}

/** `line`: the one people are taken to first. */
export function useWhereabouts(line: number | null): Whereabouts {
  const [place, setPlace] = useState<Pick<Whereabouts, 'setting' | 'line' | 'asked'>>({
    setting: null,
    line,
    asked: 0,
  });
  const visit = useCallback((setting: string) => {
    setPlace((old) => (old.setting === setting && old.line === null ? old : { ...old, setting, line: null }));
  }, []);
  const showLine = useCallback((line: number) => setPlace((old) => ({ ...old, line, asked: old.asked + 1 })), []);
  return { ...place, visit, showLine };
}

/** A file that ClearML cannot read opens at the place where it stops. */
export function firstProblem({ now }: Derived): number | null {
  return now.problems.find(({ severity }) => severity === 'error')?.line ?? null;
}
