import { row } from '../words/settings.ts';
import type { ControlProps } from './control.ts';
import { Segments } from './segments.tsx';

const states = [
  { name: 'unset', word: row.unset },
  { name: 'true', word: row.on },
  { name: 'false', word: row.off },
];

/** True, false, or nothing in the file: three states, since "not set" is not "false". */
export function SwitchControl({ id, value, onChange, label, describedBy }: ControlProps) {
  return (
    <Segments
      id={id}
      label={label}
      describedBy={describedBy}
      states={states}
      chosen={typeof value === 'boolean' ? String(value) : 'unset'}
      onChoose={(name) => onChange(name === 'unset' ? undefined : name === 'true')}
    />
  );
}
