import type { Problem } from '@clearml-conf/shared';
import { type Diagnostic, linter, lintGutter, lintKeymap } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';
import { visible } from '../diff/hidden-signs.ts';
import { mendWord, problemInWords } from '../words/problems.ts';
import { fromElsewhere, reading } from './read.ts';

/** Problems under the text, where a person must look, each with its fix; F8 goes from one to the next. */
export const diagnostics: Extension = [
  linter(
    ({ state }) =>
      state.field(reading).problems.map((problem) => diagnosticOf(problem, state.doc.lineAt(problem.from).to)),
    { delay: 200 },
  ),
  lintGutter(),
  keymap.of(lintKeymap),
];

/** `end`: that of its first line; a brace that is never closed would underline all the rest. */
function diagnosticOf(problem: Problem, end: number): Diagnostic {
  const { code, subject, from, to, severity, fix } = problem;
  const { what, mend } = problemInWords(code, visible(subject ?? ''));
  return {
    from,
    to: Math.min(to, end),
    severity,
    message: `${what} ${mend}`,
    ...(fix && { actions: [{ name: mendWord, apply: (view, at) => mendAt(view, at, problem) }] }),
  };
}

/** Mends the problem as it is now: the text may have moved since it was underlined. */
function mendAt(view: EditorView, at: number, { code }: Problem): void {
  const now = view.state.field(reading).problems.filter((problem) => problem.code === code && problem.fix);
  const [nearest] = now.toSorted((one, other) => Math.abs(one.from - at) - Math.abs(other.from - at));
  if (nearest?.fix)
    view.dispatch({ changes: [...nearest.fix], annotations: fromElsewhere.of(true), userEvent: 'input.mend' });
}
