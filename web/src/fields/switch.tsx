import { row } from '../words/settings.ts';
import type { ControlProps } from './control.ts';

const states = [
  { value: undefined, name: 'unset', word: row.unset },
  { value: true, name: 'true', word: row.on },
  { value: false, name: 'false', word: row.off },
] as const;

/** True, false, or nothing in the file: three states, since "not set" is not "false". */
export function SwitchControl({ id, setting, value, onChange, label, describedBy }: ControlProps) {
  return (
    <span className="segments" role="radiogroup" aria-label={label} aria-describedby={describedBy}>
      {states.map((state) => (
        <label key={state.name} className="segment">
          <input
            type="radio"
            id={state.value === undefined ? id : `${id}-${state.name}`}
            name={id}
            checked={value === state.value}
            onChange={() => onChange(state.value)}
          />
          <span>
            {state.value === undefined && typeof setting.default === 'boolean'
              ? `${state.word} · ${setting.default}`
              : state.word}
          </span>
        </label>
      ))}
    </span>
  );
}
