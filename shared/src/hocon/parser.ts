import { readLiteral, readSubstitution, takesBlanks } from './atom.ts';
import type {
  ArrayNode,
  Document,
  FieldNode,
  KeyNode,
  Member,
  ObjectNode,
  Part,
  SeparatorNode,
  ValueNode,
} from './document.ts';
import { readInclude } from './include.ts';
import { readKey, readSeparator } from './key.ts';
import { Lexer } from './lexer.ts';
import { brokenEnd, hasBreak } from './lines.ts';
import { type Closing, Nesting } from './nesting.ts';
import { expandTabs } from './position.ts';
import { rememberingFew } from './remembering.ts';
import { SyntaxProblems } from './syntax-problems.ts';

/**
 * Reads a text as ClearML's parser does. There is always a document: what cannot be read is skipped, named in the
 * problems, and everything round it stays addressable. Time and space grow linearly with the text.
 */
export function parse(text: string): Document {
  return new Parser(text).parse();
}

/**
 * The document of a text that others ask for as well: the last few are remembered. With every key that is typed, the text
 * that is edited is the same, and the text it becomes is looked at from many sides.
 */
export const documentOf: (text: string) => Document = rememberingFew(parse);

class Parser {
  private readonly lexer: Lexer;
  private readonly expansion;
  private readonly problems: SyntaxProblems;
  private readonly nesting = new Nesting();
  /**
   * What has been read of the blocks that are open, one behind the other. Each takes its own off when it ends, as a list
   * without the room for more that one keeps which was pushed to: a text has many small blocks.
   */
  private readonly members: Member[] = [];
  private readonly items: ValueNode[] = [];

  constructor(text: string) {
    this.lexer = new Lexer(text);
    this.expansion = expandTabs(text);
    this.problems = new SyntaxProblems(text, this.expansion);
  }

  parse(): Document {
    const { lexer } = this;
    this.prologue();
    const root = this.root();
    return { text: lexer.text, tokens: lexer.tokens, root, problems: this.problems.found };
  }

  /** Comments and line breaks. Commas only count as such here if a comment follows them. */
  private prologue(): void {
    do this.lexer.blanks();
    while (this.lexer.breaksBeforeComment() || this.lexer.lineBreak() || this.lexer.comment());
  }

  private root(): ObjectNode | ArrayNode {
    const { lexer } = this;
    if (lexer.sign() === '[') {
      const array = this.array();
      this.afterRoot();
      return array;
    }
    if (lexer.sign() === '{') {
      const object = this.object();
      this.afterRoot();
      return object;
    }
    this.readMembers();
    return { kind: 'object', members: this.members, braced: false, closed: true, from: 0, to: lexer.text.length };
  }

  private afterRoot(): void {
    const { lexer } = this;
    while (true) {
      lexer.blanks();
      if (lexer.atEnd) return;
      if (lexer.comma() || lexer.lineBreak() || lexer.comment()) continue;
      this.problems.afterRoot(lexer);
      this.skipLine();
    }
  }

  private object(): ObjectNode {
    const { lexer } = this;
    const from = lexer.position;
    lexer.emit('open', 1);
    const members = this.enter('}', from) ? this.membersInside() : [];
    const closed = lexer.acceptSign('close', '}');
    if (!closed) this.problems.unclosed('unclosed-brace', from, lexer.position);
    return { kind: 'object', members, braced: true, closed, from, to: this.lastEnd(closed) };
  }

  private array(): ArrayNode {
    const { lexer } = this;
    const from = lexer.position;
    lexer.emit('open', 1);
    const items = this.enter(']', from) ? this.itemsInside() : [];
    const closed = lexer.acceptSign('close', ']');
    if (!closed) this.problems.unclosed('unclosed-bracket', from, lexer.position);
    return { kind: 'array', items, closed, from, to: this.lastEnd(closed) };
  }

  /** An unclosed block ends where its last meaningful token does. */
  private lastEnd(closed: boolean): number {
    if (closed) return this.lexer.position;
    return this.lexer.tokens.lastBut('blank', 'newline')?.to ?? this.lexer.position;
  }

  /** False where it would be too deep: the rest of the text is passed by. */
  private enter(closing: Closing, at: number): boolean {
    if (this.nesting.enter(closing)) return true;
    this.problems.tooDeep(at);
    this.lexer.emit('error', this.lexer.text.length - this.lexer.position);
    return false;
  }

  private membersInside(): readonly Member[] {
    const first = this.members.length;
    this.readMembers();
    this.nesting.leave();
    return this.members.splice(first);
  }

  private itemsInside(): readonly ValueNode[] {
    const first = this.items.length;
    this.readItems();
    this.nesting.leave();
    return this.items.splice(first);
  }

  /** Members up to a brace that closes them, or the end. */
  private readMembers(): void {
    const { lexer } = this;
    while (true) {
      lexer.blanks();
      if (lexer.atEnd) return;
      if (lexer.comma() || lexer.lineBreak() || lexer.comment()) continue;
      if (this.nesting.isEnd(lexer.sign(), '}')) return;
      const member = readInclude(lexer, this.expansion, this.problems, false) ?? this.field();
      if (member === 'broken') this.skipLine();
      else if (member) this.members.push(member);
      else if (member === null) this.strayInObject();
    }
  }

  private strayInObject(): void {
    const { lexer } = this;
    this.problems.stray(lexer, this.nesting.depth);
    if (lexer.sign() === '}' || lexer.sign() === ']' || lexer.sign() === '\ufeff') lexer.emit('error', 1);
    else this.skipLine();
  }

  /** A field; null if none begins here; undefined if one began but could not be read. */
  private field(): FieldNode | null | undefined {
    const key = readKey(this.lexer, this.expansion);
    if (!key) return null;
    const { length } = key.path;
    if (!this.nesting.goBelow(length)) {
      this.problems.tooDeep(key.from);
      this.skipLine();
      return undefined;
    }
    const field = this.fieldOf(key);
    this.nesting.comeBack(length);
    return field;
  }

  private fieldOf(key: KeyNode): FieldNode | undefined {
    const { lexer } = this;
    const afterKey = lexer.position;
    lexer.spaceWithoutCommas();
    if (lexer.sign() === '{') return this.sectionField(key);
    const separator = readSeparator(lexer);
    if (!separator) {
      this.problems.noSeparator(lexer, key);
      lexer.rewind(afterKey);
      this.skipLine();
      return undefined;
    }
    lexer.spaceWithoutCommas();
    const read = this.value(separator.to);
    const value = this.isNextSetting(separator, read) ? this.noValue(key, separator) : read;
    this.checkKey(key);
    return { kind: 'field', key, separator, value, from: key.from, to: value.to };
  }

  /** `a =` and then a line `b = 2`: ClearML takes `b` for the value, and stumbles over the sign behind it. */
  private isNextSetting(separator: SeparatorNode, { from, parts }: ValueNode): boolean {
    const { lexer } = this;
    if (lexer.sign() !== '=' && !lexer.text.startsWith('+=', lexer.position)) return false;
    const isWord = parts.length > 0 && parts.every(({ kind }) => kind === 'literal');
    return (
      isWord && hasBreak(lexer.text.slice(separator.to, from)) && !hasBreak(lexer.text.slice(from, lexer.position))
    );
  }

  /** What was taken for the value is read again, as the setting that it is. */
  private noValue(key: KeyNode, { to }: SeparatorNode): ValueNode {
    this.problems.noValue(this.lexer, key);
    this.lexer.rewind(to);
    return { kind: 'value', parts: [], from: to, to, readTo: to };
  }

  private sectionField(key: KeyNode): FieldNode {
    const object = this.object();
    const value: ValueNode = { kind: 'value', parts: [object], from: object.from, to: object.to, readTo: object.to };
    this.checkKey(key);
    return { kind: 'field', key, separator: null, value, from: key.from, to: value.to };
  }

  private checkKey(key: KeyNode): void {
    if (key.path.length === 0 || key.path.includes('')) this.problems.emptyKey(key);
  }

  private readItems(): void {
    const { lexer } = this;
    while (true) {
      const item = this.value(lexer.position);
      if (item.parts.length > 0) this.items.push(item);
      if (lexer.atEnd || this.nesting.isEnd(lexer.sign(), ']')) return;
      if (this.itemBreaks()) continue;
      this.problems.stray(lexer, this.nesting.depth, true);
      if (lexer.sign() === '}' || lexer.sign() === ']') lexer.emit('error', 1);
      else this.skipLine();
    }
  }

  private itemBreaks(): boolean {
    const from = this.lexer.position;
    while (this.lexer.comma() || this.lexer.lineBreak());
    return this.lexer.position > from;
  }

  /** A value, of one part or several. Without parts it stands, empty, at `empty`. */
  private value(empty: number): ValueNode {
    const { lexer } = this;
    let parts: Part[] | null = null;
    let readTo = lexer.position;
    while (true) {
      const last = parts?.at(-1);
      const behind = lexer.position;
      lexer.blanks();
      readTo = last?.to === behind && !takesBlanks(last) ? behind : lexer.position;
      if (lexer.comment() || lexer.breaksBeforeComment() || this.continuation()) continue;
      const part = this.part();
      if (!part) break;
      // Nearly every value has one part, and an array that is pushed to takes the room of many.
      if (parts === null) parts = [part];
      else parts.push(part);
    }
    const from = parts?.[0]?.from ?? empty;
    return { kind: 'value', parts: parts ?? [], from, to: parts?.at(-1)?.to ?? empty, readTo };
  }

  private part(): Part | null {
    switch (this.lexer.sign()) {
      case '':
      case ',':
      case '\n':
      case '\r':
      case '}':
      case ']':
        return null;
      case '{':
        return this.object();
      case '[':
        return this.array();
      case '$':
        return readSubstitution(this.lexer, this.expansion);
      default:
        return this.partInWords();
    }
  }

  /** A word that begins like an include and is none is text for whoever reads on behind the error. */
  private partInWords(): Part | null {
    const include = readInclude(this.lexer, this.expansion, this.problems, true);
    return include && include !== 'broken' ? include : readLiteral(this.lexer, this.expansion);
  }

  /** A backslash right before a line feed joins the next line. Any other begins a word, unless the file ends. */
  private continuation(): boolean {
    const { lexer } = this;
    if (lexer.sign() !== '\\') return false;
    const follower = lexer.text.charAt(lexer.position + 1);
    if (follower !== '\n' && follower !== '') return false;
    if (follower === '') this.problems.strayBackslash(lexer.position);
    lexer.emit(follower === '' ? 'error' : 'continuation', 1);
    while (lexer.lineBreak());
    return true;
  }

  private skipLine(): void {
    const { lexer } = this;
    lexer.emit('error', brokenEnd(lexer.text, lexer.position, this.nesting.depth > 0) - lexer.position);
  }
}
