// @vitest-environment happy-dom

import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fc } from '../../../shared/test/random.ts';
import { openTextEditor, stateOf } from './editor.ts';

afterEach(() => document.body.replaceChildren());

function opened(text: string) {
  const host = document.body.appendChild(document.createElement('div'));
  const typed = vi.fn();
  const moved = vi.fn();
  const editor = openTextEditor(host, text, { typed, moved });
  const content = host.shadowRoot?.querySelector<HTMLElement>('.cm-content');
  const view = content && EditorView.findFromDOM(content);
  if (!view) throw new Error('There is no editor in the host');
  const type = (insert: string) => {
    const { to } = view.state.selection.main;
    view.dispatch({
      changes: { from: to, insert },
      selection: { anchor: to + insert.length },
      userEvent: 'input.type',
    });
  };
  return { editor, view, type, typed, moved, shown: () => content.textContent ?? '' };
}

describe('the text editor', () => {
  test('holds any text as it is', () => {
    const sign = fc.constantFrom('a', '\r', '\n', '\r\n', '\u2028', '\ufeff', '"', '{', '😀');
    fc.assert(fc.property(fc.array(sign), (signs) => stateOf(signs.join('')).doc.toString() === signs.join('')));
  });

  test('shows no secret, and deletes one whole', () => {
    const { shown, view } = opened('api.credentials.secret_key: "canary"\n# git_pass: "bird"\n');
    expect(shown()).not.toMatch(/canary|bird/);
    const behind = view.state.doc.toString().indexOf('canary') + 'canary'.length;
    view.dispatch({ selection: { anchor: behind } });
    expect(view.moveByChar(view.state.selection.main, false).head).toBe(behind - 'canary'.length);
  });

  test('tells what is typed in steps: a run of letters is one, a new line begins another', () => {
    const { type, typed } = opened('');
    for (const letter of ['a', 'p', 'i', '\n', 'x']) type(letter);
    const steps = typed.mock.calls.map(([, , step]) => step);
    expect(new Set(steps.slice(0, 3)).size).toBe(1);
    expect(new Set(steps).size).toBe(2);
    expect(typed).toHaveBeenLastCalledWith('api\n', 'api\nx', steps.at(-1));
  });

  test('goes on in its line where the file became another one round it, and tells into which text is typed', () => {
    const { editor, view, type, typed } = opened('a: 1\nb: 2\nc: 3\n');
    view.dispatch({ selection: { anchor: 'a: 1\nb: 2'.length } });
    editor.show('# theirs\na: 1\nb: 2\nc: 4\n', 'another base', true);
    expect(typed).not.toHaveBeenCalled();
    const { doc } = view.state;
    type('0');
    expect(view.state.doc.toString()).toBe('# theirs\na: 1\nb: 20\nc: 4\n');
    expect(typed).toHaveBeenLastCalledWith(doc.toString(), view.state.doc.toString(), expect.any(String));
  });

  test('stays in a last line without an end when lines came behind it', () => {
    const { editor, view, type } = opened('a: 1\nb: 2');
    view.dispatch({ selection: { anchor: 'a: 1\nb: 2'.length } });
    editor.show('a: 1\nb: 2\nc: 3\n', 'another base', true);
    type('0');
    expect(view.state.doc.toString()).toBe('a: 1\nb: 20\nc: 3\n');
  });

  test('brings in a text from elsewhere without telling it, and leads to what changed', () => {
    const { editor, view, typed } = opened('a: 1\nb: 2\n');
    editor.show('a: 1\nb: 22\n', 'another base', false);
    expect(view.state.doc.toString()).toBe('a: 1\nb: 22\n');
    expect(view.state.selection.main.head).toBe('a: 1\nb: 22'.length);
    expect(typed).not.toHaveBeenCalled();
  });

  test('says where the caret is: in a line, what stands in it', () => {
    const { editor, moved } = opened('sdk {\n  aws.s3 {\n    region: x\n');
    editor.goTo(3);
    expect(moved).toHaveBeenLastCalledWith({ line: 3, column: 1, path: ['sdk', 'aws', 's3', 'region'] });
  });

  test('has no undo of its own: form and text have one', () => {
    const { view, type } = opened('');
    type('x');
    const event = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true });
    view.contentDOM.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    expect(view.state.doc.toString()).toBe('x');
  });
});
