import type { Change, Problem, Range, SubstitutionNode } from '../document.ts';
import { insertAt, quoted, replace, type Source, warning } from './mistake.ts';
import type { ValuePlace } from './walk.ts';

/** As a shell would have it: `${NAME:-default}`. ClearML takes all of it for the name. */
const WITH_DEFAULT = /^([A-Za-z_]\w*):?-(.*)$/;
const PLAIN = /^(?:true|false|null|-?\d+(?:\.\d+)?)$/;

/** An optional substitution whose name has blanks round it is never found, and nobody says so. */
export function substitutionMistakes(source: Source, place: ValuePlace): readonly Problem[] {
  return place.value.parts.flatMap((part) => {
    if (part.kind !== 'substitution' || !part.optional || !misnamed(part)) return [];
    return [warning(source, 'unresolved-substitution', part, renamed(source, place, part))];
  });
}

/** What a substitution that nothing answers was most likely meant to be. */
export function mendSubstitution(source: Source, values: readonly ValuePlace[], problem: Range): readonly Change[] {
  for (const place of values) {
    const part = place.value.parts.find(({ kind, from }) => kind === 'substitution' && from === problem.from);
    if (part?.kind === 'substitution' && misnamed(part)) return renamed(source, place, part);
  }
  return [];
}

function misnamed({ expression }: SubstitutionNode): boolean {
  return expression.trim() !== expression || WITH_DEFAULT.test(expression);
}

function renamed(source: Source, place: ValuePlace, part: SubstitutionNode): readonly Change[] {
  const match = WITH_DEFAULT.exec(part.expression);
  const [, name, fallback] = match ?? [];
  if (name !== undefined && fallback !== undefined) return withDefault(source, place, part, { name, fallback });
  return replace(part, `\${${part.optional ? '?' : ''}${part.expression.trim()}}`);
}

/** Two definitions: the default, and the variable, which wins if it is set. */
function withDefault(
  { text, lines }: Source,
  { field, value }: ValuePlace,
  part: SubstitutionNode,
  { name, fallback }: { readonly name: string; readonly fallback: string },
): readonly Change[] {
  const written = PLAIN.test(fallback) ? fallback : quoted(fallback);
  if (!field?.separator || value.parts.length !== 1 || written === null) return [];
  const start = field.from - lines.positionAt(field.from).column + 1;
  const indent = text.slice(start, field.from);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const between = /^[ \t]*$/.test(indent) ? newline + indent : ', ';
  const again = `${between}${text.slice(field.from, value.from)}\${?${name}}`;
  return [...replace(part, written), insertAt(part.to, again)];
}
