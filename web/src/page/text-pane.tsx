import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesk, useSettled } from '../desk/desk.ts';
import { blockOfRow, rowPathOf } from '../form/blocks.ts';
import { hashOf } from '../route/route.ts';
import type { Happening } from '../session/happening.ts';
import { type Caret, openTextEditor, type TextEditor } from '../text/editor.ts';
import { textView } from '../words/text-view.ts';
import type { Whereabouts } from './use-whereabouts.ts';

interface Props {
  readonly place: Whereabouts;
  readonly happen: (happening: Happening) => void;
}

/** The whole file as text: the same draft as the form, with its problems, and the catalog at hand. */
export function TextPane({ place, happen }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const caret = useTextEditor(host, place, happen);
  const row = caret && rowPathOf(caret.path);
  const isSetting = row !== null && blockOfRow(row) !== undefined;
  return (
    <div className="text-pane">
      <h1 className="hidden">{textView.label}</h1>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the editor inside */}
      <div className="text-host" ref={host} onKeyDown={keepPlainKeys} />
      <p className="text-foot">
        {caret && <span className="text-place">{textView.place(caret.line, caret.column)}</span>}
        {isSetting && (
          <a href={hashOf(row)}>
            <code>{row}</code> {textView.toForm}
          </a>
        )}
      </p>
    </div>
  );
}

/** Letters typed here are no commands of the page. */
function keepPlainKeys(event: React.KeyboardEvent): void {
  const isCommand = event.ctrlKey || event.metaKey || event.key === 'Escape';
  if (!isCommand || event.defaultPrevented) event.nativeEvent.stopImmediatePropagation();
}

function useTextEditor(
  host: React.RefObject<HTMLDivElement | null>,
  place: Whereabouts,
  happen: (happening: Happening) => void,
): Caret | null {
  const { text, now, draft, file } = useDesk().derived;
  const isSettled = useSettled();
  const editor = useRef<TextEditor | null>(null);
  const [caret, setCaret] = useState<Caret | null>(null);
  const latest = useRef({ text, line: lineOf(place, now.readings), happen, visit: place.visit });
  latest.current.happen = happen;
  const moved = useCallback((next: Caret) => {
    setCaret(next);
    const row = rowPathOf(next.path);
    if (blockOfRow(row)) latest.current.visit(row);
  }, []);

  useEffect(() => {
    const { current } = host;
    if (!current) return;
    const typed = (over: string, next: string, step: string) =>
      latest.current.happen({ type: 'typed', over, text: next, step });
    const opened = openTextEditor(current, latest.current.text, { typed, moved });
    editor.current = opened;
    if (latest.current.line !== null) opened.goTo(latest.current.line);
    opened.focus();
    return () => opened.destroy();
  }, [host, moved]);

  const shown = useRef(file);
  useEffect(() => {
    if (!isSettled) return;
    editor.current?.show(text, draft.base, shown.current !== file);
    shown.current = file;
  }, [text, draft, file, isSettled]);

  const { asked, line } = place;
  useEffect(() => {
    if (asked > 0 && line !== null) editor.current?.goTo(line);
  }, [asked, line]);
  return caret;
}

/** The line people come from: the one they asked for, or that of their setting. */
function lineOf({ line, setting }: Whereabouts, readings: ReturnType<typeof useDesk>['derived']['now']['readings']) {
  const reading = setting === null ? undefined : readings.get(setting);
  return line ?? reading?.line ?? reading?.twinLine ?? null;
}
