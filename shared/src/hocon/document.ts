/** A half-open span of the text, in UTF-16 code units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export type TokenKind =
  | 'blank'
  | 'newline'
  | 'comment'
  | 'key'
  | 'separator'
  | 'comma'
  | 'open'
  | 'close'
  | 'literal'
  | 'substitution'
  | 'include'
  | 'continuation'
  | 'error';

/** Every character of a text belongs to exactly one token. */
export interface Token extends Range {
  readonly kind: TokenKind;
}

/** The tokens of a text, in order and without gaps; joined they are the text. */
export interface Tokens extends Iterable<Token> {
  /** Those that begin within a range. */
  within(range: Range): Iterable<Token>;
  /** Those that have a part in a range. */
  across(range: Range): Iterable<Token>;
  of(kind: TokenKind): readonly Token[];
}

/** How a literal is spelled. A `bare` literal is unquoted text; `keyword` is true, false or null. */
export type LiteralStyle = 'quoted' | 'triple' | 'bare' | 'number' | 'keyword' | 'period';

export interface LiteralNode extends Range {
  readonly kind: 'literal';
  readonly style: LiteralStyle;
  /** What ClearML reads from this literal alone (tabs expanded, escapes decoded). */
  readonly value: Scalar;
}

export interface SubstitutionNode extends Range {
  readonly kind: 'substitution';
  /** The path expression between the braces, as written. */
  readonly expression: string;
  readonly optional: boolean;
}

export interface IncludeNode extends Range {
  readonly kind: 'include';
  readonly target: string;
  readonly form: 'plain' | 'file' | 'url';
  readonly required: boolean;
}

export interface ArrayNode extends Range {
  readonly kind: 'array';
  /** Without empty entries (`[1,,2]` has two). */
  readonly items: readonly ValueNode[];
  readonly closed: boolean;
}

export interface ObjectNode extends Range {
  readonly kind: 'object';
  readonly members: readonly Member[];
  /** False for the root of a file that has no braces around everything. */
  readonly braced: boolean;
  readonly closed: boolean;
}

export interface KeyNode extends Range {
  readonly kind: 'key';
  /** The parts the key stands for: `a.b` is two, `"a.b"` is one. Never empty in a sound document. */
  readonly path: readonly string[];
  readonly quoted: boolean;
}

export interface SeparatorNode extends Range {
  readonly kind: 'separator';
  readonly sign: ':' | '=' | '+=';
}

export interface FieldNode extends Range {
  readonly kind: 'field';
  readonly key: KeyNode;
  /** Null where an object follows its key directly. */
  readonly separator: SeparatorNode | null;
  readonly value: ValueNode;
}

/**
 * A field's or an item's value: one part, or several joined (a concatenation). With no part it reads as empty text and
 * its range is empty, at the place where a value would be written.
 */
export interface ValueNode extends Range {
  readonly kind: 'value';
  readonly parts: readonly Part[];
  /** Where ClearML stops reading it: behind the blanks and comments that it takes along. */
  readonly readTo: number;
}

export type Part = LiteralNode | SubstitutionNode | IncludeNode | ArrayNode | ObjectNode;
export type Member = FieldNode | IncludeNode;
export type Node = Part | FieldNode | KeyNode | SeparatorNode | ValueNode;

/** An immutable parse of one text. There is always one, whatever the text. */
export interface Document {
  readonly text: string;
  readonly tokens: Tokens;
  readonly root: ObjectNode | ArrayNode;
  /** What makes ClearML refuse the text, in the order it is met: the first is the one ClearML reports. */
  readonly problems: readonly Problem[];
}

/** Lines and columns count from 1; a column counts UTF-16 code units, a tab as one. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type ProblemCode =
  | 'syntax'
  | 'byte-order-mark'
  | 'unclosed-brace'
  | 'unclosed-bracket'
  | 'unclosed-quote'
  | 'unclosed-substitution'
  | 'extra-brace'
  | 'needs-quotes'
  | 'invisible-sign'
  | 'missing-separator'
  | 'missing-value'
  | 'invalid-key'
  | 'merge-mark'
  | 'quoted-part-in-key'
  | 'too-deep'
  | 'mixed-types'
  | 'section-after-value'
  | 'append-to-text'
  | 'append-replaces'
  | 'unresolved-substitution'
  | 'substitution-cycle'
  | 'include-missing'
  | 'include-unreadable'
  | 'not-settings'
  | 'raw-tab'
  | 'decoded-escape'
  | 'quoted-substitution'
  | 'cut-by-comment'
  | 'comment-in-text'
  | 'semicolon'
  | 'lost-digits'
  | 'wrong-quotes'
  | 'keyword-in-text'
  | 'time-span'
  | 'missing-comma'
  | 'yaml-layout';

/** Something wrong. An `error` makes ClearML refuse the file; a `warning` is read, but hardly as meant. */
export interface Problem extends Range, Position {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  /** The piece of text the problem is about, where there is one. Never more than one line. */
  readonly subject?: string;
  /** Where ClearML's own parser reports it (it counts a tab as up to 8 columns), if it says. */
  readonly clearml?: Position;
  /** Changes after which the place reads as it was most likely meant; each has been tried. */
  readonly fix?: readonly Change[];
}

export type Scalar = null | boolean | string | number | bigint | Period | Opaque;

/** A time span. ClearML makes one only of the very last thing in a file. */
export interface Period {
  readonly kind: 'period';
  readonly unit: 'seconds' | 'months' | 'years';
  readonly amount: number;
}

/** A value that cannot be told from the file alone, or an internal object of ClearML's parser. */
export interface Opaque {
  readonly kind: 'opaque';
  readonly reason: 'unresolved' | 'leaked-null' | 'garbage' | 'include';
  /** The expression as written in the file. */
  readonly source: string;
}

/** A number by its spelling, for writing: `72.0`, or digits beyond what a float holds. */
export interface NumberText {
  readonly kind: 'number';
  readonly source: string;
}

export type ConfigObject = ReadonlyMap<string, ConfigValue>;
/** A value as read from a file or to be written into one. Objects are maps, so that every key is an ordinary key. */
export type ConfigValue = Scalar | NumberText | readonly ConfigValue[] | ConfigObject;

/** Names are members of objects, numbers are places in lists. */
export type Path = readonly (string | number)[];

/** An intent, named by path. */
export type Edit =
  | {
      readonly op: 'set';
      readonly path: Path;
      readonly value: ConfigValue;
      readonly secret?: boolean;
      /** What is secret at or below the path, where not all of it is. */
      readonly secrets?: readonly Path[];
    }
  | { readonly op: 'unset'; readonly path: Path; readonly secret?: boolean }
  | { readonly op: 'append'; readonly path: Path; readonly value: ConfigValue }
  | { readonly op: 'insert'; readonly path: Path; readonly value: ConfigValue }
  | { readonly op: 'remove'; readonly path: Path; readonly secret?: boolean }
  | { readonly op: 'move'; readonly path: Path; readonly to: number }
  /** `to`: the new name of the last part of the path. Value, comments and place stay. */
  | { readonly op: 'rename'; readonly path: Path; readonly to: string; readonly secret?: boolean }
  | { readonly op: 'uncomment'; readonly path: Path };

/** An effect, named by range: the text from `from` to `to` becomes `insert`. */
export interface Change extends Range {
  readonly insert: string;
}
