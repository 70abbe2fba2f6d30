import { type Path, pathAt } from '@clearml-conf/shared';
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, insertNewlineKeepIndent } from '@codemirror/commands';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, Text, type Transaction } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { lineChanges } from '../diff/line-changes.ts';
import { textView } from '../words/text-view.ts';
import { completion } from './completion.ts';
import { diagnostics } from './diagnostics.ts';
import { newEchoes } from './echoes.ts';
import { keepLineEnds } from './line-ends.ts';
import { look } from './look.ts';
import { masks } from './masks.ts';
import { fromElsewhere, reading } from './read.ts';
import { pastOf, type TypedStep } from './step.ts';
import { signs, tones } from './tones.ts';
import { tooltip } from './tooltip.ts';

/** Where the caret is. Lines and columns count from 1. */
export interface Caret {
  readonly line: number;
  readonly column: number;
  /** What is written there; empty outside of every setting. */
  readonly path: Path;
}

export interface TextEvents {
  /** Something was typed into the text `over`. Texts of one step are undone together. */
  readonly typed: (over: string, text: string, step: string) => void;
  readonly moved: (caret: Caret) => void;
}

/** An editor of the whole text, in a root of its own, so that its styles are allowed and stay there. */
export interface TextEditor {
  /**
   * Brings in the text as it is by now. `base`: the one it was worked out from, by which an echo of typing is known.
   * `isOutside`: the file itself became another one, and whoever types here goes on where they are.
   */
  readonly show: (text: string, base: string, isOutside: boolean) => void;
  /** Puts the caret on a line and the line in sight. */
  readonly goTo: (line: number) => void;
  readonly focus: () => void;
  readonly destroy: () => void;
}

export function openTextEditor(host: HTMLElement, text: string, events: TextEvents): TextEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const echoes = newEchoes();
  const typed = (over: string, next: string, step: string) => {
    echoes.await(next);
    events.typed(over, next, step);
  };
  const view = new EditorView({ root, parent: root, state: stateOf(text, listening({ ...events, typed })) });
  events.moved(caretOf(view.state));
  return {
    show: (next, base, isOutside) => echoes.heard(base, () => (isOutside ? bringRound : bringIn)(view, next)),
    goTo: (line) => goTo(view, line),
    focus: () => view.focus(),
    destroy: () => {
      echoes.end();
      view.destroy();
    },
  };
}

/** A text with everything the editor does, without a screen. */
export function stateOf(text: string, listener: Extension = []): EditorState {
  return EditorState.create({ doc: Text.of(text.split('\n')), extensions: [all, listener] });
}

const all: Extension = [
  keepLineEnds,
  reading,
  masks,
  signs,
  tones,
  diagnostics,
  completion,
  tooltip,
  look,
  lineNumbers(),
  drawSelection(),
  highlightActiveLine(),
  highlightSelectionMatches(),
  search({ top: true }),
  closeBrackets(),
  EditorView.lineWrapping,
  EditorState.languageData.of(() => [{ commentTokens: { line: '#' }, closeBrackets: { brackets: ['{', '[', '"'] } }]),
  // The page undoes: form and text have one draft.
  keymap.of([
    { key: 'Enter', run: insertNewlineKeepIndent },
    ...closeBracketsKeymap,
    ...searchKeymap,
    ...defaultKeymap,
  ]),
  EditorView.contentAttributes.of({ 'aria-label': textView.label, 'data-1p-ignore': '', 'data-lpignore': 'true' }),
];

function listening({ typed, moved }: TextEvents): Extension {
  let past: TypedStep | null = null;
  return EditorView.updateListener.of(({ docChanged, selectionSet, startState, state, transactions }) => {
    const own = transactions.filter(isTyped);
    if (docChanged && own.length > 0) {
      past = pastOf(past, own, performance.now());
      typed(startState.doc.toString(), state.doc.toString(), past.name);
    }
    if (docChanged || selectionSet) moved(caretOf(state));
  });
}

/** Whether a transaction is to be told: a fix is, a text the page has brought in is not. */
function isTyped(transaction: Transaction): boolean {
  return transaction.docChanged && (!transaction.annotation(fromElsewhere) || transaction.isUserEvent('input.mend'));
}

function caretOf(state: EditorState): Caret {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  // Before the first letter of a line, people mean what stands in it.
  const indent = /^\s*/.exec(line.text)?.[0].length ?? 0;
  const { path } = pathAt(state.field(reading).document, Math.max(head, line.from + indent));
  return { line: line.number, column: head - line.from + 1, path };
}

/** Changes only the lines that differ: caret and scroll stay with the line they are in. */
function bringRound(view: EditorView, text: string): void {
  view.dispatch({ changes: lineChanges(view.state.doc.toString(), text), annotations: fromElsewhere.of(true) });
}

/** Changes only what differs, and leads there: to what was undone, or set in the form. */
function bringIn(view: EditorView, text: string): void {
  const old = view.state.doc.toString();
  if (old === text) return;
  let from = 0;
  const most = Math.min(old.length, text.length);
  while (from < most && old[from] === text[from]) from += 1;
  let end = 0;
  while (end < most - from && old[old.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  const insert = text.slice(from, text.length - end);
  view.dispatch({
    changes: { from, to: old.length - end, insert },
    selection: { anchor: from + insert.length },
    scrollIntoView: true,
    annotations: fromElsewhere.of(true),
  });
}

function goTo(view: EditorView, line: number): void {
  const { from } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
}
