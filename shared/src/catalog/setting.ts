/** A value as JSON can say it: defaults and examples in the catalog. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type TypeName = 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object';

/** basic: nearly everybody sets it · common: many know it · advanced: all others. */
export type Level = 'basic' | 'common' | 'advanced';

/** Who looks at the setting. `enterprise`: documented, but no open package reads it; `none`: nobody does any more. */
export type Reader = 'sdk' | 'agent' | 'both' | 'enterprise' | 'none';

/**
 * What kind of text it is, so that a form can offer the right control. These are annotations of our own (JSON Schema
 * allows that): the standard `uri` would refuse the empty text, which ClearML takes for "unset".
 */
export type Format =
  | 'address'
  | 'container-path'
  | 'directory'
  | 'docker-arguments'
  | 'docker-image'
  | 'file'
  | 'glob'
  | 'host'
  | 'host-port'
  | 'lines'
  | 'name-pattern'
  | 'octal'
  | 'python-regex'
  | 'shell-command'
  | 'shell-commands'
  | 'size'
  | 'url-or-directory'
  | 'url-or-file'
  | 'url-template'
  | 'variable'
  | 'version-rule'
  | 'weekly-hours';

export type Unit = 'seconds' | 'hours' | 'bytes' | 'MB' | 'GB' | 'percent' | 'entries' | 'files';

/** How ClearML reads an environment variable. Without one: as text. */
export type EnvironmentParse =
  | 'boolean'
  | 'boolean-or-path'
  | 'commas'
  | 'integers'
  | 'level'
  | 'presence'
  | 'shell-words';

/**
 * When an environment variable counts. Without one: it wins over the file.
 * `if-empty`: only where the file says nothing · `if-empty-sdk`: so for the SDK, the agent always takes it ·
 * `turns-on`: it can switch on, never off · `adds`: it adds to the file's value · `forces`: see the note ·
 * `no-effect`: ClearML lists it, but it does nothing.
 */
export type EnvironmentRule = 'if-empty' | 'if-empty-sdk' | 'turns-on' | 'adds' | 'forces' | 'no-effect';

/** Another setting that has to be so for this one to matter; without `equals` it has to be filled in. */
export interface Need {
  readonly path: string;
  readonly equals?: Json;
}

/** One entry of the catalog: a JSON Schema (draft-07) fragment, with `x-` keywords where the standard has none. */
export interface Fragment {
  readonly title: string;
  /** The help text. */
  readonly description: string;
  readonly type: TypeName | readonly TypeName[];
  readonly items?: {
    readonly type?: TypeName;
    readonly format?: Format;
    readonly enum?: readonly Json[];
    readonly minimum?: number;
    readonly maximum?: number;
    readonly additionalProperties?: false;
  };
  readonly default?: Json;
  readonly enum?: readonly Json[];
  readonly examples?: readonly Json[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: Format;
  readonly pattern?: string;
  readonly deprecated?: true;
  readonly 'x-level'?: Level;
  readonly 'x-secret'?: true;
  readonly 'x-unit'?: Unit;
  /** `open`: other values are fine too · `any-case`: capitals do not matter. */
  readonly 'x-enum'?: 'open' | 'any-case';
  /** A part without which ClearML cannot read its list entry. */
  readonly 'x-required'?: true;
  /** Environment variables, the first that is set counts. */
  readonly 'x-env'?: readonly string[];
  readonly 'x-env-parse'?: EnvironmentParse;
  readonly 'x-env-rule'?: EnvironmentRule;
  /** The variable that the agent sets from it inside containers. */
  readonly 'x-container-env'?: string;
  readonly 'x-read-by'?: Reader;
  /** The default of the agent where it is another than the SDK's. */
  readonly 'x-agent-default'?: Json;
  /** A default that depends on the machine, in words. */
  readonly 'x-default-note'?: string;
  /** What an empty text comes to, in words. */
  readonly 'x-if-empty'?: string;
  readonly 'x-mode'?: 'docker';
  readonly 'x-enterprise'?: true;
  readonly 'x-requires'?: readonly Need[];
  readonly 'x-conflicts'?: readonly string[];
  readonly 'x-moved-to'?: string;
  /** Where the older reference page has it. ClearML does not read it there. */
  readonly 'x-moved-from'?: string;
  /** The type the older reference page gives. ClearML reads the type given here. */
  readonly 'x-former-type'?: string;
  /** What surprises people about it. */
  readonly 'x-note'?: string;
  /** Words people search by that are not in the path, title or help. */
  readonly 'x-keywords'?: readonly string[];
  /** Address of ClearML's own page about it. */
  readonly 'x-docs'?: string;
}

/** Fragments by dotted path, in the order they are shown. `[]` is an entry of a list, `*` any key. */
export type Records = Readonly<Record<string, Fragment>>;

/** A setting people can set: a value, a list of objects or a map as a whole, or a part of such a list or map. */
export interface Setting extends Fragment {
  readonly path: string;
}

/** A group of settings. */
export interface Section {
  readonly path: string;
  readonly title: string;
  readonly help: string;
  readonly order: number;
  /** The section it stands in; null for the topmost. */
  readonly parent: string | null;
  readonly schema: Fragment;
}
