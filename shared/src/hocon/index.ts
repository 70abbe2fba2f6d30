/**
 * The HOCON of clearml.conf, without loss. `parse` gives a document with byte ranges, `resolve` what ClearML reads from
 * it, `findProblems` what is wrong and how to mend it, `applyEdits` a changed text. All are pure functions; what can
 * fail answers with a `code`. The README beside this file says the dialect and the contract.
 */

/** How a caller opens included files. */
export type { IncludeOutcome, IncludeSource } from './build.ts';
/** Changes by range → the text with them. */
export { applyChanges } from './changes.ts';
/** What a document is made of; values, edits, changes, problems. */
export * from './document.ts';
/** Edits by path → the new text, or which of them is refused and why. */
export { applyEdits } from './edit/apply.ts';
/** A refusal → the line in which that stands which is in the way. */
export { concernedLine } from './edit/concerned.ts';
export type { Edited, EditOutcome, Refusal, RefusalCode } from './edit/refusal.ts';
/** A value → its text, or why it cannot be written. */
export { formatValue, type Spelling, type UnwritableCode, type ValueText } from './literal.ts';
/** A document → all that is wrong with it, swallowed mistakes too, each with a tried fix where there is one. */
export { findProblems } from './mistakes/index.ts';
/** How deep a document may lie nested. */
export { DEPTH_LIMIT } from './nesting.ts';
/** A text → its document. There always is one. */
export { documentOf, parse } from './parser.ts';
/** Paths as text, and back. */
export { formatPath, type PathOutcome, parsePath, samePath, startsWith } from './path.ts';
/** An offset → the path of what stands there. */
export { type PathAt, pathAt } from './path-at.ts';
/** An offset → line and column. */
export { positionAt } from './position.ts';
export type { Origin } from './raw.ts';
/** A pure function that works out only once what it is asked again and again. */
export { rememberingFew } from './remembering.ts';
/** A document → what ClearML reads from it, every value with its origin. */
export { type Resolution, resolutionOf, resolve, type Sources } from './resolve.ts';
export type { Environment } from './resolved.ts';
export { lookup, type Resolved } from './resolved.ts';
export { newlyUnanswered } from './unanswered.ts';
/** Values by path, compared, and as JSON. */
export { type ConfigJson, fromJson, isList, isObject, sameValue, toJson, valueAt } from './value.ts';
