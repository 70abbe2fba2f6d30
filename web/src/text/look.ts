import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const tone = (name: string) => ({ color: `var(--tone-${name})` });
const raised = {
  border: '1px solid var(--edge)',
  borderRadius: 'var(--radius)',
  backgroundColor: 'var(--sheet)',
  color: 'var(--ink)',
  font: 'var(--small) / 1.45 var(--sans)',
};

/** The look of the page's own tokens of type and colour, which reach into the root of the editor. */
export const look: Extension = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--sheet)', font: 'var(--code) / 1.55 var(--mono)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'inherit', scrollbarWidth: 'thin' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.5rem 0' },
  '.cm-cursor': { borderLeft: '2px solid var(--act)' },
  '.cm-line': { padding: '0 0.75rem 0 0.5rem' },
  '.cm-gutters': { border: '0', backgroundColor: 'var(--sheet)', color: 'var(--soft)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in oklch, var(--act) 7%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in oklch, var(--act) 26%, transparent)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--change-wash)' },
  '.tone-key': tone('key'),
  '.tone-text, .tone-include': tone('text'),
  '.tone-number, .tone-word, .tone-substitution': tone('number'),
  '.tone-comment': { ...tone('comment'), fontStyle: 'italic' },
  '.tone-error': { color: 'var(--bad)' },
  '.secret': { color: 'var(--soft)', letterSpacing: '0.05em', cursor: 'pointer' },
  '.secret:hover': { backgroundColor: 'var(--hover)', color: 'var(--ink)' },
  '.sign': { padding: '0 2px', borderRadius: '3px', backgroundColor: 'var(--bad-wash)', color: 'var(--bad)' },
  '.cm-tooltip': { ...raised, maxWidth: '30rem', boxShadow: '0 4px 16px rgb(0 0 0 / 0.18)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { font: 'var(--code) / 1.6 var(--mono)', maxHeight: '16rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--act)', color: 'var(--on-act)' },
  '.cm-completionDetail': { marginLeft: '1em', fontStyle: 'normal', opacity: '0.8' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionInfo': { ...raised, padding: '0.5rem 0.625rem', maxWidth: '22rem' },
  '.setting-card': { display: 'grid', gap: '0.25rem', padding: '0.5rem 0.625rem' },
  '.setting-card code': { color: 'var(--soft)', font: 'var(--tiny) var(--mono)', overflowWrap: 'anywhere' },
  '.setting-card p': { margin: '0' },
  '.cm-diagnostic': { padding: '0.375rem 0.625rem' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--bad)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--change-line)' },
  '.cm-diagnosticAction': {
    padding: '0.125rem 0.5rem',
    backgroundColor: 'var(--act)',
    color: 'var(--on-act)',
    font: 'inherit',
  },
  // The editor would draw these with pictures inside its styles, which the page's content policy rightly refuses.
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--bad)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--change-line)' },
  '.cm-lintRange-info, .cm-lintRange-hint': { backgroundImage: 'none' },
  '.cm-lint-marker-error, .cm-lint-marker-warning, .cm-lint-marker-info': { content: '""', borderRadius: '50%' },
  '.cm-lint-marker-error': { backgroundColor: 'var(--bad)' },
  '.cm-lint-marker-warning': { backgroundColor: 'var(--change-line)' },
  '.cm-lint-marker': { width: '0.5rem', height: '0.5rem', margin: '0.3rem 0.125rem' },
  '.cm-panels': { backgroundColor: 'var(--sunk)', color: 'var(--ink)', font: 'var(--small) var(--sans)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--rule)' },
  '.cm-textfield, .cm-button': {
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--sheet)',
    backgroundImage: 'none',
    color: 'var(--ink)',
    font: 'inherit',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--change-wash)', outline: '1px solid var(--change-line)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--added-mark)' },
});
