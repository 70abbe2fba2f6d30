import type { Setting } from '@clearml-conf/shared';
import { type ClipboardEvent, type ReactNode, useRef, useState } from 'react';
import { type LeftOut, pastedLine } from '../form/pasted.ts';
import { row } from '../words/settings.ts';
import { privately } from './control.ts';

interface BoxProps {
  readonly id: string;
  readonly format: Setting['format'];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean | undefined;
  readonly placeholder?: string;
  readonly className?: string;
  readonly inputMode?: 'decimal' | 'url' | 'text';
  /** The id of the list of suggestions. */
  readonly list?: string | undefined;
  /** Shown in the box, at its end. */
  readonly tail?: ReactNode;
}

/** Texts that may have several lines. */
const linesFormats: readonly Setting['format'][] = ['lines', 'shell-command', 'shell-commands'];
const mostLines = 12;

/**
 * A box for text: of one line, or of as many as there are where the text may have or has several. What it was when
 * people came, it stays until they leave the row.
 */
export function Box(props: BoxProps) {
  const { format, text } = props;
  const hasLines = useRef(false);
  hasLines.current ||= linesFormats.includes(format) || text.includes('\n');
  const [leftOut, setLeftOut] = useState<LeftOut | null>(null);
  const type = (next: string) => {
    setLeftOut(null);
    props.onText(next);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const copied = event.clipboardData.getData('text/plain');
    const box = event.currentTarget;
    const [from, to] = [box.selectionStart ?? 0, box.selectionEnd ?? 0];
    const pasted = pastedLine(copied, format, { start: from === 0, end: to === box.value.length });
    if (event.defaultPrevented || pasted.text === copied) return;
    event.preventDefault();
    box.setRangeText(pasted.text, from, to, 'end');
    type(box.value);
    setLeftOut(pasted.leftOut);
  };
  return (
    <>
      {hasLines.current ? (
        <textarea
          {...shared(props)}
          rows={Math.min(text.split('\n').length, mostLines)}
          onChange={(event) => type(event.target.value)}
        />
      ) : (
        <input
          {...shared(props)}
          type="text"
          inputMode={props.inputMode ?? 'text'}
          list={props.list}
          onChange={(event) => type(event.target.value)}
          onPaste={paste}
        />
      )}
      {props.tail}
      {leftOut && (
        <span className="box-note" role="status">
          {row.leftOut[leftOut]}
        </span>
      )}
    </>
  );
}

function shared({ id, text, label, describedBy, isInvalid, placeholder, className, onFocus, onBlur }: BoxProps) {
  return {
    ...privately,
    id,
    className: className ?? 'input',
    value: text,
    placeholder,
    onFocus,
    onBlur,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid || undefined,
  };
}
