import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { textView } from '../words/text-view.ts';
import { reading } from './read.ts';
import { isWritten, type Suggestion, suggestionsAt } from './suggestions.ts';

/** Offers the names and values of the catalog, while typing and on Ctrl+Space. */
export const completion: Extension = autocompletion({ override: [offered], icons: false });

function offered({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const found = suggestionsAt(state.field(reading).document, pos);
  if (!found || (!explicit && found.from === pos)) return null;
  // Enter behind a value that is whole ends the line: it takes no suggestion.
  if (!explicit && isWritten(state.sliceDoc(found.from, pos), found)) return null;
  const validFor = (typed: string) => /^[\w-]*$/.test(typed) && !isWritten(typed, found);
  return { from: found.from, options: found.list.map(optionOf), validFor };
}

function optionOf(suggestion: Suggestion): Completion {
  const { label, insert, caret, kind, title, help } = suggestion;
  const detail = textView.suggestions[kind];
  return {
    label,
    ...(detail && { detail }),
    ...(help && { info: `${title}. ${help}` }),
    apply: (view, _, from, to) => {
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + caret },
        userEvent: 'input.complete',
      });
      // Behind a name come the values it may have.
      if (kind === 'setting') startCompletion(view);
    },
  };
}
