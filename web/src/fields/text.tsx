import { typesOf } from '../form/control.ts';
import type { FieldValue } from '../form/value.ts';
import { isHeld, isNumber, isNumberText } from '../form/value.ts';
import { defaultInWords, jsonInWords, row } from '../words/settings.ts';
import { type ControlProps, privately } from './control.ts';
import { Private } from './private.tsx';
import { SecretInput } from './secret.tsx';
import { useVisit } from './visit.ts';

/** One line of text. What is emptied again during the visit in which it was begun is not in the file again. */
export function TextControl(props: ControlProps) {
  return <MaskedInput {...props} shown={shownText(props.value)} onText={props.onChange} />;
}

/** Dots where the text holds a secret. */
function MaskedInput(props: TextInputProps) {
  return (
    <Private path={props.setting.path.split('.')} text={props.shown}>
      {(isMasked) => (isMasked ? <SecretInput {...props} /> : <TextInput {...props} />)}
    </Private>
  );
}

/** Several types in one box: `true` is true, `8` is a number and the rest is text, as far as the setting allows. */
export function ScalarControl(props: ControlProps) {
  const { setting, value, onChange } = props;
  const types = typesOf(setting);
  const onText = (text: string | undefined) => onChange(text === undefined ? undefined : scalarOf(text, types));
  return <MaskedInput {...props} shown={shownText(value)} onText={onText} />;
}

function scalarOf(text: string, types: readonly string[]): FieldValue {
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  const numeric = types.includes('number') || types.includes('integer');
  // `3.10` as a number would be read as 3.1: only what reads back as it is spelled becomes one.
  return numeric && isNumber(text) && String(Number(text)) === text ? { kind: 'number', source: text } : text;
}

/** A value as a text box shows it. */
export function shownText(value: FieldValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (isNumberText(value)) return value.source;
  if (isHeld(value)) return value.typed;
  return typeof value === 'object' ? '' : String(value);
}

interface TextInputProps extends ControlProps {
  readonly shown: string;
  readonly onText: (text: string | undefined) => void;
  readonly numeric?: boolean;
}

/** The box itself. `onText` gets undefined when the file should say nothing. */
export function TextInput({ id, setting, value, shown, onText, label, describedBy, invalid, numeric }: TextInputProps) {
  const visit = useVisit(value, onText);
  const listed = suggestions(setting);
  return (
    <>
      <input
        {...privately}
        {...visit}
        id={id}
        className={numeric ? 'input input-number' : 'input'}
        type="text"
        inputMode={numeric ? 'decimal' : 'text'}
        value={shown}
        placeholder={value === undefined ? placeholderOf(setting) : emptyWord(value)}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        list={listed.length > 0 ? `${id}-list` : undefined}
        onChange={(event) => onText(event.target.value)}
      />
      {listed.length > 0 && (
        <datalist id={`${id}-list`}>
          {listed.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** Unset and empty look alike in a box, so what is there but empty says so. */
export function emptyWord(value: FieldValue | undefined): string {
  return value === '' ? row.emptyText : value === null ? row.nothing : '';
}

function placeholderOf(setting: ControlProps['setting']): string {
  const words = defaultInWords(setting);
  if (words !== null && words !== 'empty' && words !== 'none') return words;
  const example = setting.examples?.[0];
  return example === undefined ? '' : `e.g. ${jsonInWords(example)}`;
}

function suggestions(setting: ControlProps['setting']): readonly string[] {
  const options = setting.enum ?? (typesOf(setting).length > 1 ? setting.examples : undefined) ?? [];
  return options.filter((option) => typeof option !== 'object').map(String);
}
