import type { ProblemCode } from '@clearml-conf/shared';
import { plural } from './page.ts';

/** A problem of the text in words: what is wrong, and how to mend it. */
export interface ProblemWords {
  readonly what: string;
  readonly mend: string;
}

type Wording = (subject: string) => ProblemWords;

const words: Readonly<Record<ProblemCode, Wording>> = {
  syntax: (subject) => ({
    what: `ClearML cannot make sense of ${quoted(subject, 'this place')}.`,
    mend: 'Look for a missing quote, comma or brace here or in the line above.',
  }),
  'byte-order-mark': () => ({
    what: 'The file starts with a byte order mark, which ClearML takes for a part of the first name.',
    mend: 'Save it as UTF-8 without BOM.',
  }),
  'unclosed-brace': () => ({ what: 'This brace is never closed.', mend: 'Add a } where the section ends.' }),
  'unclosed-bracket': () => ({ what: 'This bracket is never closed.', mend: 'Add a ] where the list ends.' }),
  'unclosed-quote': () => ({ what: 'This quoted text is never closed.', mend: 'Add a " where the text ends.' }),
  'unclosed-substitution': () => ({ what: 'This ${ is never closed.', mend: 'Add a } after the name.' }),
  'extra-brace': (subject) => ({
    what: `${quoted(subject, 'This brace')} closes nothing.`,
    mend: 'Remove it, or add the opening one where the section starts.',
  }),
  'needs-quotes': (subject) => ({
    what: `${quoted(subject, 'This sign')} may not stand in a text without quotes.`,
    mend: 'Put double quotes round the whole value.',
  }),
  'invisible-sign': (subject) => ({
    what: `There is a sign here that cannot be seen${subject ? ` (${subject})` : ''}.`,
    mend: 'Delete it; it often comes with text copied from a web page.',
  }),
  'missing-separator': (subject) => ({
    what: `There is no : or = after ${quoted(subject, 'this name')}.`,
    mend: 'Write it as name: value.',
  }),
  'missing-value': (subject) => ({
    what: `${quoted(subject, 'This name')} has no value.`,
    mend: 'Write a value, or "" for empty text, or delete the line.',
  }),
  'invalid-key': (subject) => ({
    what: `${quoted(subject, 'This')} is no name ClearML can read.`,
    mend: 'Put double quotes round it, or remove the signs that are no letters.',
  }),
  'merge-mark': () => ({
    what: 'A merge of two versions was left undone here.',
    mend: 'Keep the lines of one version, and remove the lines of marks.',
  }),
  'quoted-part-in-key': (subject) => ({
    what: `${quoted(subject, 'This name')} has quotes in its middle.`,
    mend: 'Put the quotes round the whole name, or leave them out.',
  }),
  'too-deep': () => ({
    what: 'Sections stand in one another, or values refer to others, too deep here.',
    mend: 'Bring some of them out.',
  }),
  'mixed-types': (subject) => ({
    what: `${quoted(subject, 'This value')} joins things that cannot be joined.`,
    mend: 'Write one value: a text, a list or a section.',
  }),
  'section-after-value': (subject) => ({
    what: `${quoted(subject, 'This name')} is a value above and a section here.`,
    mend: 'Remove one of the two.',
  }),
  'append-to-text': (subject) => ({
    what: `+= cannot add here to ${quoted(subject, 'this name')}: it takes a list on both sides.`,
    mend: 'Put [ and ] round what is added, or use : to set the value.',
  }),
  'append-replaces': (subject) => ({
    what: `+= does not add here: the list that ${quoted(subject, 'this name')} had is lost.`,
    mend: 'Write all items in one list.',
  }),
  'unresolved-substitution': (subject) => ({
    what: `${quoted(subject, 'This')} is not set in the file.`,
    mend: 'It has to be set in the environment where ClearML runs.',
  }),
  'substitution-cycle': (subject) => ({
    what: `${quoted(subject, 'This')} leads back to itself.`,
    mend: 'Write the value itself.',
  }),
  'include-missing': (subject) => ({
    what: `The included file ${quoted(subject, '')} is not there.`,
    mend: 'Make the file, or remove the line.',
  }),
  'include-unreadable': (subject) => ({
    what: `The included file ${quoted(subject, '')} cannot be read.`,
    mend: 'Mend that file, or remove the line.',
  }),
  'not-settings': () => ({
    what: 'The file holds a list, not settings.',
    mend: 'A clearml.conf starts with a name such as api, not with [.',
  }),
  'raw-tab': () => ({ what: 'ClearML turns a tab inside quotes into blanks.', mend: 'Write it as \\t.' }),
  'decoded-escape': () => ({
    what: 'ClearML reads \\n, \\r and \\t in this path as line breaks and tabs.',
    mend: 'Write every backslash twice, or use / instead.',
  }),
  'quoted-substitution': () => ({
    what: 'Inside quotes a ${…} is plain text: nothing is put in its place.',
    mend: 'Put the quotes round the other parts only.',
  }),
  'cut-by-comment': () => ({
    what: 'Everything after # is a comment, so ClearML reads only what stands before it.',
    mend: 'Put double quotes round the whole value.',
  }),
  'comment-in-text': () => ({
    what: 'This // does not begin a comment: ClearML reads it as part of the value.',
    mend: 'Put a blank before it.',
  }),
  semicolon: () => ({ what: 'The semicolon is part of the value.', mend: 'Delete it: a line needs no end sign.' }),
  'lost-digits': () => ({
    what: 'ClearML reads this as a number and drops its zeros.',
    mend: 'Put it in double quotes if every digit counts.',
  }),
  'wrong-quotes': () => ({
    what: 'Only " is a quote to ClearML: these become part of the value.',
    mend: 'Put double quotes in their place.',
  }),
  'keyword-in-text': () => ({
    what: 'A text that begins or goes on with true, false or null is changed by ClearML.',
    mend: 'Put double quotes round the whole value.',
  }),
  'time-span': () => ({
    what: 'At the very end of the file ClearML reads this as a time span, not as text.',
    mend: 'Put it in double quotes.',
  }),
  'missing-comma': () => ({
    what: 'A comma is missing here: ClearML joins both into one value.',
    mend: 'Put a comma or a line break between them.',
  }),
  'yaml-layout': (subject) => ({
    what: `${quoted(subject, 'This name')} takes the next line as its value: indentation makes no section.`,
    mend: 'Put the lines that belong to it between { and }.',
  }),
};

/** What is wrong and how to mend it. */
export function problemInWords(code: ProblemCode, subject?: string): ProblemWords {
  return words[code](subject ?? '');
}

/** Where it is, for people. */
export function placeInWords(line: number, column: number): string {
  return `Line ${line}, column ${column}`;
}

function quoted(subject: string, otherwise: string): string {
  return subject === '' ? otherwise : `“${subject}”`;
}

/** The button that mends it, and what it is called where only its name is heard. */
export const mendWord = 'Mend it';
export const mendLabel = (line: number, column: number) => `${mendWord}: ${placeInWords(line, column)}`;

export const problemsMore = (count: number) => `${count} more`;
export const problemsUnlisted = (count: number) =>
  `${plural(count, 'other')} will be listed once some of these are mended.`;
export const problemTitle = 'ClearML cannot read this file';
