import type { Range } from '@clearml-conf/shared';
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { type Command, Decoration, type DecorationSet, EditorView, keymap } from '@codemirror/view';
import { mask } from '../diff/paint.ts';
import { textView } from '../words/text-view.ts';
import { secretMark } from './marks.ts';
import { reading } from './read.ts';

const show = StateEffect.define<number | null>();

/** The place of the one secret that is shown. It is hidden again as soon as the caret leaves it. */
const shown = StateField.define<number | null>({
  create: () => null,
  update(old, { effects, changes, state, docChanged, selection }) {
    const asked = effects.find((effect) => effect.is(show));
    if (asked?.is(show)) return asked.value;
    if (old === null || (!docChanged && !selection)) return old;
    const place = changes.mapPos(old, -1);
    const secret = secretAt(state, place);
    const { head } = state.selection.main;
    return secret && secret.from <= head && head <= secret.to ? place : null;
  },
});

function secretAt(state: EditorState, place: number): Range | undefined {
  return state.field(reading).sheet.secrets.find(({ from, to }) => from <= place && place <= to);
}

function masksOf(state: EditorState): DecorationSet {
  const place = state.field(shown);
  const open = place === null ? undefined : secretAt(state, place);
  const replacement = Decoration.replace({ widget: secretMark(mask, textView.showSecret) });
  const hidden = state.field(reading).sheet.secrets.filter((secret) => secret !== open && secret.from < secret.to);
  return Decoration.set(hidden.map(({ from, to }) => replacement.range(from, to)));
}

const masked = StateField.define<DecorationSet>({
  create: masksOf,
  update: (old, { docChanged, startState, state }) =>
    docChanged || startState.field(shown) !== state.field(shown) ? masksOf(state) : old,
  provide: (field) => [
    EditorView.decorations.from(field),
    EditorView.atomicRanges.of((view) => view.state.field(field)),
  ],
});

/** Shows the secret at the caret, or the first of its line; hides the one that is shown. */
const showSecret: Command = (view) => {
  if (view.state.field(shown) !== null) return hide(view);
  const { head } = view.state.selection.main;
  const line = view.state.doc.lineAt(head);
  const { secrets } = view.state.field(reading).sheet;
  const secret = secretAt(view.state, head) ?? secrets.find(({ from, to }) => from <= line.to && to >= line.from);
  return secret ? reveal(view, secret) : false;
};

function hide(view: EditorView): boolean {
  view.dispatch({ effects: show.of(null) });
  return true;
}

function reveal(view: EditorView, { from, to }: Range): boolean {
  view.dispatch({ effects: show.of(from), selection: { anchor: to }, scrollIntoView: true });
  return true;
}

/** Every secret is masked by something of one length, and moved over and deleted whole, until it is asked for. */
export const masks: Extension = [
  shown,
  masked,
  keymap.of([{ key: 'F2', run: showSecret }]),
  EditorView.domEventHandlers({
    mousedown({ target }, view) {
      const mark = target instanceof Element ? target.closest('.secret') : null;
      const secret = mark && secretAt(view.state, view.posAtDOM(mark));
      return secret ? reveal(view, secret) : false;
    },
  }),
];
