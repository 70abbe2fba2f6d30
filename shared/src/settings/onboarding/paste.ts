import type { ConfigValue, Path, Range } from '../../hocon/index.ts';

/** What people have copied: from which place, or in which language. */
export type PasteForm =
  /** Settings of more than the connection: a whole clearml.conf. */
  | 'file'
  /** The `api { … }` of ClearML's web page. */
  | 'block'
  | 'credentials'
  /** The oldest form of the block, with nothing round it. */
  | 'top-level'
  | 'notebook'
  | 'shell'
  | 'fish'
  | 'powershell'
  | 'cmd'
  | 'docker'
  | 'python'
  /** Variables as in `.env`, YAML or JSON. */
  | 'variables'
  /** Words for people before each value: `Access key: …`. */
  | 'labels'
  | 'address';

/** Why nothing can be made of a paste. */
export type PasteCode =
  | 'empty'
  | 'too-large'
  /** Nothing in it is known. */
  | 'unknown'
  /** It ends in the middle of a value. */
  | 'cut-off'
  /** A key is an example or a row of dots. */
  | 'placeholder'
  /** The keys of more than one workspace, of which nobody can tell which is meant. */
  | 'several-pairs'
  | 'no-access-key'
  | 'no-secret-key';

/** A setting that the paste says something about. */
export interface PastedSetting {
  readonly path: Path;
  readonly value: ConfigValue;
  readonly secret: boolean;
}

/** A piece of the paste that is not taken, with its secrets masked. Lines count from 1. */
export interface PasteRest {
  readonly line: number;
  readonly text: string;
}

/** What was understood of a paste, or what is wrong with it and where. */
export type Paste =
  | {
      readonly ok: true;
      readonly form: PasteForm;
      readonly settings: readonly PastedSetting[];
      readonly rest: readonly PasteRest[];
    }
  | { readonly ok: false; readonly code: PasteCode; readonly line: number; readonly column: number };

/** A value that was found, and where. */
export interface Finding {
  readonly setting: string;
  readonly value: ConfigValue;
  /** What of the text it takes, its name included. */
  readonly range: Range;
  readonly trouble?: 'cut-off' | 'placeholder';
}

/** One way to read a paste. */
export interface Attempt {
  readonly form: PasteForm;
  readonly findings: readonly Finding[];
  readonly rest: readonly PasteRest[];
  /** Nothing speaks against it. */
  readonly isSound: boolean;
}

export const accessKey = 'api.credentials.access_key';
export const secretKey = 'api.credentials.secret_key';
export const webServer = 'api.web_server';
export const apiServer = 'api.api_server';
export const filesServer = 'api.files_server';
/** The five settings that make a connection, in the order they are written. */
export const connectionSettings: readonly string[] = [webServer, apiServer, filesServer, accessKey, secretKey];
