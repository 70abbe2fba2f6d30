import { type Container, isUnbraced } from './body.ts';
import type { Document, FieldNode, ObjectNode, ValueNode } from './document.ts';
import { hasBreak, indentBefore, lineIndent } from './lines.ts';

const defaultUnit = '    ';
const defaultSeparator = ': ';
const defaultOpening = ' ';

/** What the whole file does, for places that have no neighbours to go by. Each habit is looked for when it is asked for. */
export class Habits {
  private readonly document: Document;
  private containers: readonly Container[] | undefined;
  private known: { newline?: string; unit?: string; separator?: string; opening?: string | null; json?: boolean } = {};

  constructor(document: Document) {
    this.document = document;
  }

  get newline(): string {
    this.known.newline ??= newlineOf(this.document);
    return this.known.newline;
  }

  /** One step of indentation. */
  get unit(): string {
    const steps = () => this.everyContainer().flatMap((one) => indentSteps(this.document.text, one));
    this.known.unit ??= mostUsed(steps()) ?? defaultUnit;
    return this.known.unit;
  }

  get separator(): string {
    this.known.separator ??= separatorAmong(this.document.text, this.everyField()) ?? defaultSeparator;
    return this.known.separator;
  }

  /** From a key to the brace of its object; `null` if the brace has a line of its own. */
  get opening(): string | null {
    if (this.known.opening === undefined) {
      const opening = openingAmong(this.document.text, this.everyField());
      this.known.opening = opening === undefined ? defaultOpening : opening;
    }
    return this.known.opening;
  }

  /** Every key is quoted and braces stand round everything. */
  get json(): boolean {
    this.known.json ??= isJson(this.document, () => this.everyField());
    return this.known.json;
  }

  private everyContainer(): readonly Container[] {
    this.containers ??= containersFrom(this.document.root);
    return this.containers;
  }

  private everyField(): readonly FieldNode[] {
    return this.everyContainer().flatMap(fieldsOf);
  }
}

export function fieldsOf(container: Container): FieldNode[] {
  if (container.kind === 'array') return [];
  return container.members.filter((member) => member.kind === 'field');
}

/** What stands most between the keys and the values of fields; null if none of them has a plain sign there. */
export function separatorAmong(text: string, fields: readonly FieldNode[]): string | null {
  const plain = fields.filter(hasPlainSeparator).map(({ key, value }) => {
    const between = text.slice(key.to, value.from);
    return value.parts.length === 0 ? `${between} ` : between;
  });
  return mostUsed(plain.filter((between) => /^[ \t]*[:=][ \t]*$/.test(between)));
}

/** How most of the fields that hold an object open it (null: on the next line); undefined if there are none. */
export function openingAmong(text: string, fields: readonly FieldNode[]): string | null | undefined {
  const blocks = fields.filter((field) => objectIn(field.value) !== null && field.separator?.sign !== '+=');
  const opening = mostUsed(blocks.map(({ key, value }) => text.slice(key.to, value.from)));
  if (opening === null) return undefined;
  return hasBreak(opening) ? null : opening;
}

/** The object a value is, if it is nothing but one. */
export function objectIn(value: ValueNode): ObjectNode | null {
  const [part, more] = value.parts;
  return part?.kind === 'object' && more === undefined ? part : null;
}

function newlineOf({ text, tokens }: Document): string {
  if (!text.includes('\r')) return '\n';
  return mostUsed(tokens.of('newline').map(({ from, to }) => text.slice(from, to))) ?? '\n';
}

function isJson({ root }: Document, fields: () => readonly FieldNode[]): boolean {
  const isBraced = root.kind === 'object' && root.braced;
  return isBraced && fields().length > 0 && fields().every(({ key }) => key.quoted);
}

function containersFrom(root: Container): readonly Container[] {
  const found: Container[] = [];
  const open: Container[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    open.push(...containersIn(next));
  }
  return found;
}

function containersIn(container: Container): readonly Container[] {
  const values = container.kind === 'array' ? container.items : fieldsOf(container).map((field) => field.value);
  return values.flatMap((value) => value.parts.filter((part) => part.kind === 'object' || part.kind === 'array'));
}

function indentSteps(text: string, container: Container): readonly string[] {
  const first = (container.kind === 'array' ? container.items : container.members)[0];
  const inner = first === undefined || isUnbraced(container) ? null : indentBefore(text, first.from);
  if (inner === null) return [];
  const outer = lineIndent(text, container.from);
  return inner.startsWith(outer) && inner.length > outer.length ? [inner.slice(outer.length)] : [];
}

function hasPlainSeparator({ separator, value }: FieldNode): boolean {
  const isPlain = separator?.sign === ':' || separator?.sign === '=';
  return isPlain && value.parts[0]?.kind !== 'object';
}

/** The one that occurs most, the first of these if several do. */
function mostUsed(all: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  let best: string | null = null;
  for (const [one, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = one;
  return best;
}
