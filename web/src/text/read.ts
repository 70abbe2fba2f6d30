import { Annotation, StateField } from '@codemirror/state';
import { type ReadText, readText } from '../draft/derived.ts';

/** Marks a transaction that brings in a text from elsewhere as it stands: an undo, a setting of the form. */
export const fromElsewhere = Annotation.define<true>();

/** The text of the editor as it reads. It is the very reading that the rest of the page is drawn from. */
export const reading = StateField.define<ReadText>({
  create: ({ doc }) => readText(doc.toString()),
  update: (read, { docChanged, newDoc }) => (docChanged ? readText(newDoc.toString()) : read),
});
