import type { ConfigValue } from './document.ts';
import { pythonText } from './python-text.ts';
import type { Term } from './raw.ts';
import type { Resolved } from './resolved.ts';

/** What a substitution stands for; `unknown` because the environment is not given. */
export type Answer = Resolved | 'absent' | 'null' | 'nothing-before' | 'unknown';

/** A part of a value and what it stands for. */
export interface Piece {
  readonly term: Term;
  readonly answer: Answer;
}

/** Texts, numbers and keywords in a row. Blanks behind a quoted text or a substitution go if nothing comes after. */
export function joinText(pieces: readonly Piece[]): ConfigValue {
  if (pieces.some(({ term }) => term.kind === 'scalar' && term.isNullLiteral)) {
    return { kind: 'opaque', reason: 'garbage', source: 'null' };
  }
  const last = pieces.findLastIndex(({ answer }) => typeof answer !== 'string');
  return pieces.map((piece, index) => pieceText(piece, index === last, index === pieces.length - 1)).join('');
}

function pieceText({ term, answer }: Piece, isLastFound: boolean, isLast: boolean): string {
  if (term.kind === 'scalar') return term.text + (isLastFound ? '' : term.blanks);
  if (typeof answer === 'string') return '';
  const text = answer.text ?? scalarText(answer.value);
  return term.kind === 'reference' && !isLast ? text + term.blanks : text;
}

function scalarText(value: ConfigValue): string {
  if (value instanceof Map || Array.isArray(value) || typeof value !== 'object' || value === null) {
    return typeof value === 'object' && value !== null ? '' : pythonText(value, '');
  }
  return '';
}
