import { useReveal } from '../desk/reveal.ts';
import type { FieldValue } from '../form/value.ts';
import { Icon } from '../icon/icon.tsx';
import { row } from '../words/settings.ts';
import { type ControlProps, privately } from './control.ts';
import { emptyWord, shownText } from './text.tsx';
import { useVisit } from './visit.ts';

/** A secret: dots, until this one is revealed. */
export function SecretControl(props: ControlProps) {
  return <SecretInput {...props} onText={props.onChange} />;
}

interface SecretInputProps {
  readonly id: string;
  readonly value: FieldValue | undefined;
  readonly onText: (text: string | undefined) => void;
  readonly label: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
}

/** The box of a secret. Revealing another one hides it again. */
export function SecretInput({ id, value, onText, label, describedBy, invalid }: SecretInputProps) {
  const { isRevealed, toggle } = useReveal(id);
  const visit = useVisit(value, onText);
  const word = isRevealed ? row.conceal : row.reveal;
  return (
    <span className="with-button">
      <input
        {...privately}
        {...visit}
        id={id}
        className="input input-code"
        type={isRevealed ? 'text' : 'password'}
        value={shownText(value)}
        placeholder={emptyWord(value)}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onChange={(event) => onText(event.target.value)}
      />
      <button
        type="button"
        className="inner-button"
        aria-pressed={isRevealed}
        aria-label={`${word}: ${label}`}
        title={word}
        onClick={toggle}
      >
        <Icon name={isRevealed ? 'eye-off' : 'eye'} />
      </button>
    </span>
  );
}
