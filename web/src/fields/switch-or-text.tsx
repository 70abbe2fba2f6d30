import type { Setting } from '@clearml-conf/shared';
import { useRef, useState } from 'react';
import { pathFormats } from '../form/pasted.ts';
import { type FieldValue, heldText, isHeld } from '../form/value.ts';
import { row } from '../words/settings.ts';
import { Box } from './box.tsx';
import { type ControlProps, placeOf } from './control.ts';
import { after } from './focus.ts';
import { Private } from './private.tsx';
import { SecretInput } from './secret.tsx';
import { Segments, switchStates } from './segments.tsx';
import { shownText } from './shown-text.ts';
import { type OnText, useVisit } from './visit.ts';

/** True, false, a text, or nothing in the file: the text has a box of its own, which opens when it is chosen. */
export function SwitchOrTextControl(props: ControlProps) {
  const { id, setting, value, onChange, label, describedBy, invalid } = props;
  const box = useRef<HTMLSpanElement>(null);
  const [isAsked, setAsked] = useState(false);
  const holdsText = typeof value === 'string' || isHeld(value);
  const isText = holdsText || isAsked;
  const choose = (state: string) => {
    if (state === 'text')
      return after(
        () => setAsked(true),
        () => box.current?.querySelector('input'),
      );
    setAsked(false);
    onChange(state === 'unset' ? undefined : state === 'true');
  };
  const type: OnText = (text, began) => onChange(typed(text ?? '', began));
  const visit = useVisit(value, type);
  const leave = () => {
    if (shownText(value) === '' || !holdsText) setAsked(false);
    if (isHeld(value)) onChange(value.over);
  };
  return (
    <span className="either" ref={box}>
      <Segments
        id={id}
        isIdTaken={isText}
        label={label}
        describedBy={describedBy}
        chosen={isText ? 'text' : value === undefined || value === null ? 'unset' : String(value)}
        states={[...switchStates, { name: 'text', word: wordOf(setting) }]}
        onChoose={choose}
      />
      {isText && (
        <Private path={placeOf(props)} text={shownText(value)}>
          {(isMasked) =>
            isMasked ? (
              <SecretInput id={id} format={setting.format} value={value} onText={type} label={label} />
            ) : (
              <Box
                id={id}
                format={setting.format}
                className="input input-code"
                text={holdsText ? shownText(value) : ''}
                placeholder={placeholderOf(setting, value)}
                label={label}
                describedBy={describedBy}
                isInvalid={invalid}
                {...visit}
                onBlur={leave}
              />
            )
          }
        </Private>
      )}
    </span>
  );
}

/** An empty box says nothing yet: the file keeps what it said. */
function typed(text: string, before: FieldValue | undefined): FieldValue {
  return text === '' ? heldText('', before) : text;
}

function wordOf({ format }: Setting): string {
  return format !== undefined && pathFormats.includes(format) ? row.path : row.text;
}

function placeholderOf({ examples }: Setting, value: FieldValue | undefined): string {
  if ((isHeld(value) && value.over !== undefined) || typeof value === 'boolean') return row.keptValue;
  const example = examples?.find((one) => typeof one === 'string');
  return example === undefined ? '' : `e.g. ${example}`;
}
