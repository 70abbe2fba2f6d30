import type { ControlProps } from './control.ts';
import { Segments, switchStates } from './segments.tsx';

/** A choice between the states of a switch. */
export function SwitchControl({ id, value, onChange, label, describedBy }: ControlProps) {
  return (
    <Segments
      id={id}
      label={label}
      describedBy={describedBy}
      states={switchStates}
      chosen={typeof value === 'boolean' ? String(value) : 'unset'}
      onChoose={(name) => onChange(name === 'unset' ? undefined : name === 'true')}
    />
  );
}
