import { row } from '../words/settings.ts';
import type { ControlProps } from './control.ts';

const states = [
  { value: undefined, name: 'unset', word: row.unset },
  { value: true, name: 'true', word: row.on },
  { value: false, name: 'false', word: row.off },
] as const;

/** True, false, or nothing in the file: three states, since "not set" is not "false". */
export function SwitchControl({ id, value, onChange, label, describedBy }: ControlProps) {
  return (
    <span className="segments" role="radiogroup" aria-label={label} aria-describedby={describedBy}>
      {states.map((state) => (
        <label key={state.name} className="segment">
          <input
            type="radio"
            id={value === state.value ? id : `${id}-${state.name}`}
            name={id}
            checked={value === state.value}
            onChange={() => onChange(state.value)}
          />
          <span>{state.word}</span>
        </label>
      ))}
    </span>
  );
}
