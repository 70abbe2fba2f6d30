import { row } from '../words/settings.ts';

interface SegmentState {
  readonly name: string;
  readonly word: string;
}

interface Props {
  readonly id: string;
  /** The id belongs to something else in the same control. */
  readonly isIdTaken?: boolean;
  readonly label: string;
  readonly describedBy: string;
  readonly states: readonly SegmentState[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

/** True, false, or nothing in the file: three states, since "not set" is not "false". */
export const switchStates: readonly SegmentState[] = [
  { name: 'unset', word: row.unset },
  { name: 'true', word: row.on },
  { name: 'false', word: row.off },
];

/** A few states side by side, one of them chosen. The id belongs to the chosen one, where the keyboard arrives. */
export function Segments({ id, isIdTaken = false, label, describedBy, states, chosen, onChoose }: Props) {
  return (
    <span className="segments" role="radiogroup" aria-label={label} aria-describedby={describedBy}>
      {states.map(({ name, word }) => (
        <label key={name} className="segment">
          <input
            type="radio"
            id={name === chosen && !isIdTaken ? id : `${id}-${name}`}
            name={id}
            checked={name === chosen}
            onChange={() => onChoose(name)}
          />
          <span>{word}</span>
        </label>
      ))}
    </span>
  );
}
