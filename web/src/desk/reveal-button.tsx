import { Icon } from '../icon/icon.tsx';
import { row } from '../words/settings.ts';

interface RevealProps {
  readonly label: string;
  readonly isRevealed: boolean;
  readonly onClick: () => void;
}

/** Stands in the box of a secret, at its end. */
export function RevealButton({ label, isRevealed, onClick }: RevealProps) {
  const word = isRevealed ? row.conceal : row.reveal;
  return (
    <button
      type="button"
      className="inner-button"
      aria-pressed={isRevealed}
      aria-label={`${word}: ${label}`}
      title={word}
      onClick={onClick}
    >
      <Icon name={isRevealed ? 'eye-off' : 'eye'} />
    </button>
  );
}
