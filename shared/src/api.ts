import type { ProblemCode } from './hocon/document.ts';

/** The header in which the page proves that it is ours; its value is the content of the meta tag `sessionMeta`. */
export const sessionHeader = 'x-clearml-conf-session';
/** The name of the meta tag that is filled in whenever the page is served. After a restart it holds another key. */
export const sessionMeta = 'session-key';

/** The only type in which a document is written: none that a form on a foreign page could send. */
export const documentType = 'application/octet-stream';
export const problemType = 'application/problem+json';
/** The only type in which a question is put that is no document. */
export const jsonType = 'application/json';
/** One JSON value a line, each sent as soon as it is known. */
export const linesType = 'application/x-ndjson';

/** Larger documents are shown, not saved. */
export const maxSavedBytes = 1024 * 1024;
/** Larger files are not even opened. */
export const maxOpenedBytes = 10 * 1024 * 1024;

export const documentAddress = '/api/document';
/** The query that saves a document which ClearML could not read: `PUT /api/document?anyway`. */
export const anywayQuery = 'anyway';
export const contextAddress = '/api/context';
/** `POST` with the secret of a start link as its body: answers the session key, once. */
export const sessionAddress = '/api/session';
/** `POST` by whoever has the session key: answers the secret of a new start link. */
export const startLinkAddress = '/api/start-link';
/** Former texts: all of them listed or deleted; one of them under its id. */
export const historyAddress = '/api/history';
/** Unsaved texts: listed or deleted; each page reads, writes and deletes its own under a name it has chosen. */
export const draftAddress = '/api/draft';
/** What a page may call itself: 8 to 64 letters, digits, `-` and `_`. */
export const draftName = /^[\w-]{8,64}$/;
/** `POST` with a ConnectionQuery as JSON: answers one ConnectionStep a line as it happens; closing the request ends the test. */
export const connectionTestAddress = '/api/connection-test';
/** `POST` ends the program. */
export const quitAddress = '/api/quit';
/** Sent with a save when another program wrote at the very same moment; its text is in the history. */
export const overtookHeader = 'x-clearml-conf-overtook';
/** What stands before the secret in the fragment of a start link: `http://localhost:4000/#start=…`. */
export const startLinkMark = '#start=';

/** Why a request was turned away at the door. */
export type GateCode =
  | 'wrong-host'
  | 'bad-request'
  | 'foreign-origin'
  | 'other-account'
  | 'no-session'
  | 'needs-start-link'
  | 'method-not-allowed'
  | 'wrong-content-type'
  | 'body-too-large';

/** Why a path cannot be opened as a document. */
export type FileCode =
  | 'folder'
  | 'not-a-file'
  | 'reserved-name'
  | 'link-loop'
  | 'no-permission'
  | 'too-large-to-open'
  | 'disk-error';

/** Why an opened document cannot be saved where it lies. */
export type ReadOnlyCode = 'not-utf-8' | 'too-large-to-save' | 'read-only-file' | 'read-only-folder' | 'no-folder';

/** Why one save failed. The file is whole all the same, except where the code is `half-written`. */
export type SaveCode =
  | FileCode
  | ReadOnlyCode
  | 'changed-on-disk'
  | 'exists-already'
  | 'disk-full'
  | 'cannot-replace'
  | 'no-recovery-copy'
  | 'half-written'
  | 'read-back-differs'
  /** The text is in the file, but an error came before it was certain to stay. */
  | 'not-confirmed';

export type ApiProblemCode =
  | GateCode
  | SaveCode
  | 'no-file'
  | 'start-link-used'
  | 'no-state-folder'
  | 'no-such-entry'
  | 'no-precondition'
  | 'clearml-cannot-read'
  | 'no-such-address'
  | 'too-many-tests'
  | 'server-fault';

/** The body of every answer that is not a success (RFC 9457). The words for people are the page's. */
export interface ApiProblem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: ApiProblemCode;
  /** What helps, for somebody who meets the bare answer. Fixed for each code. */
  readonly detail?: string;
  /** With `clearml-cannot-read`: where a person must look. */
  readonly problems?: readonly ProblemPlace[];
}

export interface ProblemPlace {
  readonly code: ProblemCode;
  readonly line: number;
  readonly column: number;
}

/**
 * Why it is this file: named on the command line, by CLEARML_CONFIG_FILE, by its older name TRAINS_CONFIG_FILE, or the
 * one in the home folder.
 */
export type FileReason = 'argument' | 'environment' | 'old-environment' | 'home';

export interface DocumentFile {
  readonly path: string;
  readonly reason: FileReason;
  /** Where the bytes lie, when `path` is a symbolic link. */
  readonly target: string | null;
  readonly exists: boolean;
  /** Permissions in octal, such as `600`; null where the system has none or there is no file. */
  readonly mode: string | null;
  /** The folder of the repository in which git tracks it; null where none is known to. */
  readonly tracked: string | null;
  /** Why it cannot be opened at all. */
  readonly problem: FileCode | null;
  /** Why it can be opened, but not saved. Null when it can be saved, also when it would be a new file. */
  readonly readOnly: ReadOnlyCode | null;
}

/** A former text of the file, as it was before a save. */
export interface HistoryEntry {
  readonly id: string;
  /** When it was put aside, as `2026-01-31T12:00:00.000Z`. */
  readonly time: string;
  readonly bytes: number;
}

/** The answer of `GET /api/history`, the newest first. */
export interface HistoryList {
  readonly entries: readonly HistoryEntry[];
}

/** The unsaved text of one page. */
export interface DraftEntry {
  readonly page: string;
  /** When it was last written. */
  readonly time: string;
  readonly bytes: number;
}

/** The answer of `GET /api/draft`, the newest first. */
export interface DraftList {
  readonly drafts: readonly DraftEntry[];
}

/** An environment variable that is set and that a setting names, or that has the agent's general form. */
export interface SetVariable {
  readonly name: string;
  /** Null when it is secret or holds a secret. */
  readonly value: string | null;
}

/** Another file that ClearML merges below the document. */
export interface MergedFile {
  readonly path: string;
  /** Its text, with a word in the place of every secret; null where it cannot be read. */
  readonly text: string | null;
}

/** The answer of `GET /api/context`: everything round the document that the page shows. */
export interface DocumentContext {
  readonly file: DocumentFile;
  /** The file that ClearML itself reads here; another than `file.path` when `--file` named a file elsewhere. */
  readonly clearmlReads: string;
  /** Other files that exist and that ClearML merges below this one. */
  readonly alsoMerged: readonly MergedFile[];
  /** What is set in the environment in which the program was started, and has to do with settings. */
  readonly environment: readonly SetVariable[];
  /** The names, never the values, of all variables that are set: whether `${NAME}` would be found here. */
  readonly variables: readonly string[];
  readonly versions: { readonly program: string; readonly node: string };
}
