import type { ConfigValue } from './document.ts';
import type { Term } from './raw.ts';
import type { Resolved } from './resolved.ts';
import { isTagged } from './value.ts';

/** What a substitution stands for; `unknown` because the environment is not given. */
export type Answer = Resolved | 'absent' | 'null' | 'nothing-before' | 'unknown';

/** A part of a value and what it stands for. */
export interface Piece {
  readonly term: Term;
  readonly answer: Answer;
}

/** Texts, numbers and keywords in a row. Blanks behind a quoted text or a substitution go if nothing comes after. */
export function joinText(pieces: readonly Piece[]): ConfigValue {
  if (pieces.some(isGarbage)) return { kind: 'opaque', reason: 'garbage', source: 'null' };
  const last = pieces.findLastIndex(({ answer }) => typeof answer !== 'string');
  return pieces.map((piece, index) => pieceText(piece, index === last, index === pieces.length - 1)).join('');
}

/** A null among other parts, or the text that one has spoilt already, prints an internal object. */
function isGarbage({ term, answer }: Piece): boolean {
  const isSpoilt = typeof answer !== 'string' && isTagged(answer.value) && answer.value.kind === 'opaque';
  return isSpoilt || (term.kind === 'scalar' && term.isNullLiteral);
}

function pieceText({ term, answer }: Piece, isLastFound: boolean, isLast: boolean): string {
  if (typeof answer === 'string') return '';
  const text = answer.text ?? (typeof answer.value === 'string' ? answer.value : '');
  if (term.kind === 'scalar') return text + (isLastFound ? '' : term.blanks);
  return term.kind === 'reference' && !isLast ? text + term.blanks : text;
}
