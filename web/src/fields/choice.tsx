import { maskedText } from '@clearml-conf/shared';
import { mask } from '../diff/paint.ts';
import { typesOf } from '../form/control.ts';
import type { FieldValue } from '../form/value.ts';
import { defaultInWords, row } from '../words/settings.ts';
import { type ControlProps, placeOf } from './control.ts';
import { shownText } from './shown-text.ts';

const unset = '\u0000';

/** One of the values ClearML knows, the default, or whatever else the file already holds. */
export function ChoiceControl({ id, setting, path, value, onChange, label, describedBy, invalid }: ControlProps) {
  const options = (setting.enum ?? []).map(String);
  const shown = value === undefined ? unset : shownText(value);
  const words = defaultInWords(setting);
  const isNumeric = !typesOf(setting).includes('string');
  const choose = (text: string): FieldValue | undefined => {
    if (text === unset) return undefined;
    return isNumeric ? { kind: 'number', source: text } : text;
  };
  return (
    <select
      id={id}
      className="input"
      value={shown}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) => onChange(choose(event.target.value))}
    >
      <option value={unset}>{words === null ? row.unset : `${row.unset} · ${words}`}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
      {shown !== unset && !options.includes(shown) && (
        <option value={shown}>{row.other(maskedText(placeOf({ setting, path }), shown, mask))}</option>
      )}
    </select>
  );
}
