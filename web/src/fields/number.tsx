import { typedValue } from '../form/typed.ts';
import type { ControlProps } from './control.ts';
import { shownText } from './shown-text.ts';
import { TextInput } from './text.tsx';

/** A number as it is spelled; the browser's own number box would turn `72.0` into `72`. */
export function NumberControl(props: ControlProps) {
  const { setting, value, onChange } = props;
  const onText = (text: string | undefined, began: ControlProps['value']) => {
    if (text === undefined || text.trim() === '') onChange(undefined);
    else onChange(typedValue(text, setting, began));
  };
  return <TextInput {...props} shown={shownText(value)} onText={onText} numeric />;
}
