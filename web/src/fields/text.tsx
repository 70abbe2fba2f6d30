import type { Setting } from '@clearml-conf/shared';
import { typesOf } from '../form/control.ts';
import { echoOf, isShare } from '../form/echo.ts';
import { typedValue } from '../form/typed.ts';
import { defaultInWords, jsonInWords } from '../words/settings.ts';
import { Box } from './box.tsx';
import { type ControlProps, placeOf } from './control.ts';
import { Private } from './private.tsx';
import { SecretInput } from './secret.tsx';
import { emptyWord, shownText } from './shown-text.ts';
import { type OnText, useVisit } from './visit.ts';

/** One line of text. What is emptied again during the visit in which it was begun is not in the file again. */
export function TextControl(props: ControlProps) {
  return <MaskedInput {...props} shown={shownText(props.value)} onText={(text) => props.onChange(text)} />;
}

/** Dots where the text holds a secret. */
function MaskedInput(props: TextInputProps) {
  if (props.setting['x-secret']) return <SecretInput {...props} format={props.setting.format} />;
  return (
    <Private path={placeOf(props)} text={props.shown}>
      {(isMasked) => (isMasked ? <SecretInput {...props} format={props.setting.format} /> : <TextInput {...props} />)}
    </Private>
  );
}

/** Several types in one box: `true` is true, `8` is a number and the rest is text, as far as the setting allows. */
export function ScalarControl(props: ControlProps) {
  const { setting, value, onChange } = props;
  const isEmpty = (text: string) => text === '' && !typesOf(setting).includes('string');
  const onText: TextInputProps['onText'] = (text, began) =>
    onChange(text === undefined || isEmpty(text) ? undefined : typedValue(text, setting, began));
  return <MaskedInput {...props} shown={shownText(value)} onText={onText} />;
}

interface TextInputProps extends ControlProps {
  readonly shown: string;
  readonly onText: OnText;
  readonly numeric?: boolean;
}

/** The box itself. `onText` gets undefined when the file should say nothing. */
export function TextInput({ id, setting, value, shown, onText, label, describedBy, invalid, numeric }: TextInputProps) {
  const visit = useVisit(value, onText);
  const listed = suggestions(setting);
  const { format } = setting;
  const hasTail = setting['x-unit'] !== undefined || format === 'octal';
  return (
    <span className={hasTail ? 'with-tail' : 'with-none'}>
      <Box
        {...visit}
        id={id}
        format={format}
        className={numeric ? 'input input-code input-number' : 'input input-code'}
        inputMode={numeric ? 'decimal' : format === 'address' ? 'url' : 'text'}
        text={shown}
        placeholder={value === undefined ? placeholderOf(setting) : emptyWord(value)}
        label={label}
        describedBy={hasTail ? `${describedBy} ${id}-echo` : describedBy}
        isInvalid={invalid}
        list={listed.length > 0 ? `${id}-list` : undefined}
        tail={hasTail && <Echo id={`${id}-echo`} setting={setting} text={shown} isUnset={value === undefined} />}
      />
      {listed.length > 0 && (
        <datalist id={`${id}-list`}>
          {listed.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </span>
  );
}

interface EchoProps {
  readonly id: string;
  readonly setting: Setting;
  readonly text: string;
  readonly isUnset: boolean;
}

/** The unit, and what the amount amounts to: of the default where the file says nothing. */
function Echo({ id, setting, text, isUnset }: EchoProps) {
  const amount = isUnset && setting.default !== undefined ? jsonInWords(setting.default) : text;
  const echo = echoOf(setting, amount);
  // `10GB` and `5%` have their unit in them.
  const hasOwn = isShare(setting) || (setting.format === 'size' && /[^\d.-]/.test(amount));
  const unit = hasOwn ? undefined : setting['x-unit'];
  return (
    <span className="tail" id={id}>
      {unit} {echo !== null && <span className="tail-echo">= {echo}</span>}
    </span>
  );
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
