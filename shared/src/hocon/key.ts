const SPECIAL = '$}[]:=+#`^?!@*&.';
const PARTS = /"[^"]+"|[^$}[\]:=+#`^?!@*&.]+/g;

/**
 * The parts a key stands for, as ClearML splits it: at dots outside quotes; quotes go unless the part holds a special
 * sign, and those of a part that keeps them are not part of its name either. Escapes are not decoded. ClearML stumbles
 * over an empty part, and over a key without any.
 */
export function keyPath(spelling: string): readonly string[] {
  return expressionPath(spelling.trim());
}

function stripQuotes(part: string): string {
  return part.replace(/^"+|"+$/g, '');
}

/** A substitution's path expression is split like a key, except that blanks round it count. */
export function expressionPath(expression: string): readonly string[] {
  return (expression.match(PARTS) ?? []).map((part) => stripQuotes(part));
}

/** True if the part can only be named in quotes: it holds a sign that would split it or end it. */
export function isSpecial(part: string): boolean {
  return [...part].some((sign) => SPECIAL.includes(sign));
}
