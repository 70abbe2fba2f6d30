import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, MatchDecorator, ViewPlugin } from '@codemirror/view';
import { hiddenSigns, visible } from '../diff/hidden-signs.ts';
import { toneOf } from '../diff/paint.ts';
import { signMark } from './marks.ts';
import { reading } from './read.ts';

/** The colours of the text, by our own tokens and only for what is on screen. */
export const tones: Extension = ViewPlugin.define(
  (view) => ({
    shown: tonesOf(view),
    update({ docChanged, viewportChanged, view: now }) {
      if (docChanged || viewportChanged) this.shown = tonesOf(now);
    },
  }),
  { decorations: ({ shown }) => shown },
);

function tonesOf(view: EditorView): DecorationSet {
  const { text, tokens } = view.state.field(reading).document;
  const builder = new RangeSetBuilder<Decoration>();
  for (const range of view.visibleRanges) {
    for (const token of tokens.across(range)) {
      if (token.kind === 'blank' || token.kind === 'newline') continue;
      builder.add(token.from, token.to, Decoration.mark({ class: `tone-${toneOf(text, token)}` }));
    }
  }
  return builder.finish();
}

/** A carriage return at the end of a line is just its end. */
const hidden = new MatchDecorator({
  regexp: new RegExp(`(?!\\r$)${hiddenSigns.source}`, 'g'),
  decoration: ([sign = '']) => Decoration.replace({ widget: signMark(visible(sign)) }),
});
const lineEnds = new MatchDecorator({ regexp: /\r$/g, decoration: Decoration.replace({}) });

/** Signs that hide or turn text round stand there by their number; line ends of two signs look like any other. */
export const signs: Extension = [hidden, lineEnds].map((matches) =>
  ViewPlugin.define(
    (view) => ({
      shown: matches.createDeco(view),
      update(update) {
        this.shown = matches.updateDeco(update, this.shown);
      },
    }),
    { decorations: ({ shown }) => shown },
  ),
);
