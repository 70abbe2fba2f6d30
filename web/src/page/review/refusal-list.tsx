import type { Desk } from '../../desk/desk.ts';
import type { Refusal } from '../../draft/outcome.ts';
import { Icon } from '../../icon/icon.tsx';
import type { Happening } from '../../session/happening.ts';
import { refusalPath, refusalTitle, wishInWords } from '../../words/changes.ts';
import { review } from '../../words/review.ts';
import { refusalInWords } from '../../words/trouble.ts';

interface Props {
  readonly desk: Desk;
  readonly happen: (happening: Happening) => void;
}

/** What was asked for and cannot be written, and why. It stays after the save. */
export function RefusalList({ desk, happen }: Props) {
  const { refusals } = desk.derived;
  if (refusals.length === 0) return null;
  return (
    <section className="refusals">
      <h2>{review.refusedTitle(refusals.length)}</h2>
      <ul className="changes">
        {refusals.map((refusal, at) => (
          <Refused
            // biome-ignore lint/suspicious/noArrayIndexKey: one path can be refused several times
            key={at}
            refusal={refusal}
            onDrop={() => happen({ type: 'withdrawn', edit: refusal.edit })}
          />
        ))}
      </ul>
    </section>
  );
}

interface RefusedProps {
  readonly refusal: Refusal;
  readonly onDrop: () => void;
}

function Refused({ refusal, onDrop }: RefusedProps) {
  const title = refusalTitle(refusal);
  const wish = wishInWords(refusal);
  return (
    <li className="change" data-kind="refused">
      <div className="change-name">
        <span className="change-title">{title}</span>
        <code>{refusalPath(refusal)}</code>
      </div>
      {wish !== null && <div className="change-values">{wish}</div>}
      <p className="change-effect">{refusalInWords(refusal)}</p>
      <button
        type="button"
        className="icon-button"
        aria-label={`${review.drop}: ${title}`}
        title={review.drop}
        onClick={onDrop}
      >
        <Icon name="undo" />
      </button>
    </li>
  );
}
