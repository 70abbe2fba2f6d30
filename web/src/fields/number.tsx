import { heldText, isNumber } from '../form/value.ts';
import type { ControlProps } from './control.ts';
import { shownText, TextInput } from './text.tsx';

/** A number as it is spelled; the browser's own number box would turn `72.0` into `72`. */
export function NumberControl(props: ControlProps) {
  const { value, onChange } = props;
  const onText = (text: string | undefined) => {
    if (text === undefined || text.trim() === '') onChange(undefined);
    else onChange(isNumber(text) ? { kind: 'number', source: text } : heldText(text, value));
  };
  return <TextInput {...props} shown={shownText(value)} onText={onText} numeric />;
}
