import type {
  ArrayNode,
  Document,
  FieldNode,
  IncludeNode,
  LiteralNode,
  ObjectNode,
  Part,
  Problem,
  ProblemCode,
  Range,
  Scalar,
  ValueNode,
} from './document.ts';
import { type Expansion, expandTabs, LineIndex } from './position.ts';
import { pythonText } from './python-text.ts';
import { type Entry, newTree, put, type Raw, type RawList, type RawScalar, type RawTree, type Term } from './raw.ts';
import { isTagged } from './value.ts';

/** What stands behind an include: a text and its name, from which its own includes count. */
export type IncludeOutcome =
  | { readonly kind: 'document'; readonly document: Document; readonly name: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' }
  /** Not looked at. */
  | { readonly kind: 'unknown' };

/** `from` is the name of the including file, null for the first. */
export type IncludeSource = (include: IncludeNode, from: string | null) => IncludeOutcome;

const OWN_LIMIT = 20;

/** Merges a document into one tree (or list), as ClearML does while it parses; substitutions stay open. */
export class Builder {
  readonly problems: Problem[];
  private readonly document: Document;
  private readonly lines: LineIndex;
  private readonly expansion: Expansion;
  private readonly include: IncludeSource;
  private readonly name: string | null;
  private readonly depth: number;

  constructor(document: Document, include: IncludeSource, name: string | null = null, depth = 0) {
    this.document = document;
    this.lines = new LineIndex(document.text);
    this.expansion = expandTabs(document.text);
    this.problems = [...document.problems];
    this.include = include;
    this.name = name;
    this.depth = depth;
  }

  build(): RawTree | RawList {
    const { root } = this.document;
    return root.kind === 'array' ? this.list(root) : this.tree(root);
  }

  private tree(node: ObjectNode): RawTree {
    const tree = newTree();
    for (const member of node.members) {
      if (member.kind === 'include') this.includeInto(tree, member);
      else this.fieldInto(tree, member);
    }
    return tree;
  }

  private fieldInto(tree: RawTree, field: FieldNode): void {
    if (field.key.path.length === 0) return;
    const raw = field.separator?.sign === '+=' ? this.appended(field) : this.value(field.value);
    const plain = field.separator?.sign !== '+=';
    if (put(tree, field.key.path, { raw, origin: { field, node: field.value }, plain }) === 'section-after-value') {
      this.add('section-after-value', 'error', field.key, null);
    }
  }

  /** `+=` joins with the value that the key, as it is written, has at the root of the file. */
  private appended(field: FieldNode): Raw {
    const raw = this.value(field.value);
    const isText = raw.kind === 'scalar' && typeof raw.value === 'string';
    if (raw.kind !== 'list' && !isText) return raw;
    const expression = this.document.text.slice(field.key.from, field.key.to);
    const term: Raw = isText ? { ...raw, value: ` ${raw.text}`, text: ` ${raw.text}` } : raw;
    const reference = { kind: 'reference', expression, optional: true, blanks: '', part: null } as const;
    return { kind: 'deferred', terms: [reference, term], previous: null, appends: true };
  }

  private list(node: ArrayNode): RawList {
    const items: Entry[] = [];
    for (const item of node.items) {
      const [only] = item.parts;
      if (item.parts.length === 1 && only?.kind === 'include') {
        items.push(...this.includedItems(only));
        continue;
      }
      const raw = this.value(item);
      if (raw.kind !== 'scalar' || raw.value !== '')
        items.push({ raw, origin: { field: null, node: item }, plain: true });
    }
    return { kind: 'list', items };
  }

  private value(node: ValueNode): Raw {
    const [first] = node.parts;
    if (!first) return scalar('', '');
    if (node.parts.length === 1 && first.kind !== 'substitution') return this.single(first);
    const terms = node.parts.map((part, index) => this.term(part, index === node.parts.length - 1));
    if (node.parts.some((part) => part.kind === 'substitution')) {
      return { kind: 'deferred', terms, previous: null, appends: false };
    }
    const joined = joinRaw(terms);
    if (joined) return joined;
    this.add('mixed-types', 'error', node, node.readTo);
    return scalar('', '');
  }

  private single(part: Part): Raw {
    const term = this.term(part, true);
    return term.kind === 'reference' ? scalar('', '') : term;
  }

  private term(part: Part, isLast: boolean): Term {
    switch (part.kind) {
      case 'object':
        return this.tree(part);
      case 'array':
        return this.list(part);
      case 'literal':
        return this.literal(part, isLast);
      case 'include':
        return this.includeAsValue(part);
      case 'substitution': {
        const { expression, optional } = part;
        return { kind: 'reference', expression, optional, blanks: this.blanksAfter(part), part };
      }
    }
  }

  /** Blanks behind a word or a quoted text belong to it while more of the value follows. */
  private literal(part: LiteralNode, isLast: boolean): Raw {
    const { value, style } = part;
    if (style === 'keyword' && value === null) return { ...scalar(null, ''), isNullLiteral: true };
    if (typeof value !== 'string') return scalar(value, pythonText(value, this.expansion.slice(part.from, part.to)));
    if (style !== 'bare') return scalar(value, value, isLast || style !== 'quoted' ? '' : this.blanksAfter(part));
    const joined = isLast ? value.replace(/[ \t]+$/, '') : value + this.blanksAfter(part);
    return scalar(joined, joined);
  }

  private blanksAfter(part: Range): string {
    const { text } = this.document;
    let to = part.to;
    while (text.charAt(to) === ' ' || text.charAt(to) === '\t') to++;
    return this.expansion.slice(part.to, to);
  }

  private includeInto(tree: RawTree, node: IncludeNode): void {
    const raw = this.included(node);
    if (raw?.kind === 'list') this.add('include-unreadable', 'error', node, null);
    if (raw?.kind !== 'tree') return;
    for (const [key, entry] of raw.entries) {
      put(tree, [key], { raw: entry.raw, origin: { field: null, node: null }, plain: false });
    }
  }

  /** ClearML opens the file, so it has to be there, and then holds an internal object instead of what it says. */
  private includeAsValue(node: IncludeNode): RawScalar {
    this.opened(node);
    return scalar({ kind: 'opaque', reason: 'include', source: this.source(node) }, '');
  }

  private includedItems(node: IncludeNode): readonly Entry[] {
    const raw = this.included(node);
    return raw?.kind === 'list' ? raw.items : [];
  }

  private included(node: IncludeNode): RawTree | RawList | null {
    const outcome = this.opened(node);
    if (outcome === null) return null;
    const builder = new Builder(outcome.document, this.include, outcome.name, this.depth + 1);
    const raw = builder.build();
    const [problem] = builder.problems.filter((found) => found.severity === 'error');
    if (problem) this.problems.push({ ...problem, ...this.place(node), code: 'include-unreadable' });
    return raw;
  }

  private opened(node: IncludeNode): (IncludeOutcome & { kind: 'document' }) | null {
    const isNestedForm = node.required && /^(?:file|url)\s*\(/.test(node.target);
    if (isNestedForm || this.depth >= OWN_LIMIT) {
      this.add('include-unreadable', 'error', node, null);
      return null;
    }
    const outcome = this.include(node, this.name);
    if (outcome.kind === 'missing') this.add('include-missing', node.required ? 'error' : 'warning', node, null);
    if (outcome.kind === 'unreadable') this.add('include-unreadable', 'error', node, null);
    return outcome.kind === 'document' ? outcome : null;
  }

  private add(code: ProblemCode, severity: Problem['severity'], range: Range, clearmlAt: number | null): void {
    const clearml = clearmlAt === null ? {} : { clearml: this.expansion.positionAt(clearmlAt) };
    this.problems.push({ code, severity, ...this.place(range), ...clearml });
  }

  private place({ from, to }: Range): Range & { line: number; column: number; subject: string } {
    return { from, to, ...this.lines.positionAt(from), subject: this.source({ from, to }) };
  }

  private source({ from, to }: Range): string {
    return this.document.text.slice(from, Math.min(to, from + 80)).split(/[\n\r]/, 1)[0] ?? '';
  }
}

function scalar(value: Scalar, text: string, blanks = ''): RawScalar {
  return { kind: 'scalar', value, text, blanks, isNullLiteral: false };
}

/** Inside a text, a null and an include are internal objects of ClearML's parser, and so they are printed. */
function printsObject({ isNullLiteral, value }: RawScalar): boolean {
  return isNullLiteral || (isTagged(value) && value.kind === 'opaque');
}

/** Parts without substitutions, as one: objects merge, lists join, all else is text. Null if they do not fit. */
function joinRaw(terms: readonly Term[]): Raw | null {
  const raws = terms.filter((term) => term.kind !== 'reference');
  if (raws.every((raw) => raw.kind === 'tree')) {
    const joined = newTree();
    for (const raw of raws) for (const [key, entry] of raw.entries) put(joined, [key], entry);
    return joined;
  }
  if (raws.every((raw) => raw.kind === 'list')) return { kind: 'list', items: raws.flatMap((raw) => raw.items) };
  if (!raws.every((raw) => raw.kind === 'scalar')) return null;
  if (raws.some(printsObject)) return scalar({ kind: 'opaque', reason: 'garbage', source: 'null' }, '');
  const text = raws.map((raw, index) => raw.text + (index < raws.length - 1 ? raw.blanks : '')).join('');
  return scalar(text, text);
}
