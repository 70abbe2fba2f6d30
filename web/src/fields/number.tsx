import type { ControlProps } from './control.ts';
import { shownText, TextInput } from './text.tsx';

/** A number as it is spelled; the browser's own number box would turn `72.0` into `72`. */
export function NumberControl(props: ControlProps) {
  const { onChange } = props;
  const onText = (text: string | undefined) => {
    onChange(text === undefined || text.trim() === '' ? undefined : { kind: 'number', source: text });
  };
  return <TextInput {...props} shown={shownText(props.value)} onText={onText} numeric />;
}
