import { useMemo } from 'react';
import { type ReadText, readText } from '../../draft/derived.ts';
import type { Apart } from '../../draft/join.ts';
import { linesOf, type PreviewLines, previewOf, textSoFar, textWithPicks } from '../../draft/preview.ts';
import type { Answers } from './use-answers.ts';

/** What would stand in the file for a choice: the lines, of this text. */
export interface Preview {
  readonly text: ReadText;
  /** Null where the choice leaves no line. */
  readonly lines: PreviewLines | null;
}

/** For each place and each setting what would stand there; null where nothing is chosen yet. */
export interface Previews {
  readonly places: readonly (Preview | null)[];
  readonly settings: readonly (Preview | null)[];
}

export function usePreviews(apart: Apart, { joined, given, picked }: Answers): Previews {
  const chosen = JSON.stringify([given, picked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choices are told by what they are
  return useMemo(() => {
    const text = readText(textSoFar(joined, given));
    const places = previewOf(joined, given).map((lines) => lines && { text, lines });
    const last = textWithPicks(apart, joined, given, picked);
    const result = last === null ? null : readText(last);
    const settings = joined.clashes.map(({ path }, at) =>
      result && picked[at] !== null ? { text: result, lines: linesOf(result.document, path) } : null,
    );
    return { places, settings };
  }, [apart, joined, chosen]);
}
