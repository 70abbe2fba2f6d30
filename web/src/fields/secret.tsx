import type { Setting } from '@clearml-conf/shared';
import { useLayoutEffect, useRef } from 'react';
import { useReveal } from '../desk/reveal.ts';
import { RevealButton } from '../desk/reveal-button.tsx';
import type { FieldValue } from '../form/value.ts';
import { row } from '../words/settings.ts';
import { Box } from './box.tsx';
import { type ControlProps, privately } from './control.ts';
import { emptyWord, shownText } from './shown-text.ts';
import { type OnText, useVisit } from './visit.ts';

/** A secret: dots, until this one is revealed. */
export function SecretControl(props: ControlProps) {
  return <SecretInput {...props} format={props.setting.format} onText={(text) => props.onChange(text)} />;
}

interface SecretInputProps {
  readonly id: string;
  readonly format: Setting['format'];
  readonly value: FieldValue | undefined;
  readonly onText: OnText;
  readonly label: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  /** Blanks round it are no part of it. */
  readonly trims?: boolean;
}

/** The box of a secret. Revealing another one hides it again. */
export function SecretInput(props: SecretInputProps) {
  const { id, format, value, onText, label, describedBy, invalid, trims } = props;
  const text = shownText(value);
  const { isRevealed, toggle, typed } = useReveal(id, text);
  const visit = useVisit(value, onText);
  const put = (text: string) => {
    const next = trims ? text.trim() : text;
    typed(next);
    visit.onText(next);
  };
  const acts = { onFocus: visit.onFocus, onText: put };
  const described = { label, describedBy, isInvalid: invalid, placeholder: emptyWord(value) };
  return (
    <span className="with-button">
      {isRevealed ? (
        <Box {...described} {...acts} id={id} className="input input-code" format={format} text={text} />
      ) : (
        <Dots {...props} {...acts} text={text} />
      )}
      <RevealButton label={label} isRevealed={isRevealed} onClick={toggle} />
    </span>
  );
}

interface DotsProps extends Omit<SecretInputProps, 'onText'> {
  readonly text: string;
  readonly onFocus: () => void;
  readonly onText: (text: string) => void;
}

/** A secret by dots. One of several lines can only be typed in while it is shown: a box of dots has one line. */
function Dots({ id, value, text, onFocus, onText, label, describedBy, invalid }: DotsProps) {
  const lines = text.split('\n').length;
  const box = useRef<HTMLInputElement>(null);
  // The library writes what a box holds into its markup as well, which is copied, saved and sent around.
  useLayoutEffect(() => box.current?.removeAttribute('value'));
  return (
    <input
      ref={box}
      {...privately}
      id={id}
      className="input input-code"
      type="password"
      value={text}
      readOnly={lines > 1}
      title={lines > 1 ? row.hiddenLines(lines) : undefined}
      placeholder={emptyWord(value)}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onFocus={onFocus}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
