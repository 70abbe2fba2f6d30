import type { Happening } from '../session/happening.ts';
import type { Outside } from '../session/session.ts';
import { conflict } from '../words/page.ts';

const bannerId = 'conflict';

/** Brings people to the choice that everything else waits for. */
export function focusConflict(): void {
  document.querySelector<HTMLElement>(`#${bannerId} button`)?.focus();
}

interface Props {
  readonly outside: Outside;
  readonly changes: number;
  readonly happen: (happening: Happening) => void;
}

/** The file changed under unsaved changes: says so, and asks what to do with them. */
export function ConflictBanner({ outside, changes, happen }: Props) {
  const isGone = outside.kind === 'gone';
  return (
    <section className="banner" role="alert" id={bannerId}>
      <h2>{isGone ? conflict.gone : conflict.changed}</h2>
      <p>{isGone ? conflict.goneBody : conflict.changedBody(changes)}</p>
      <div className="banner-acts">
        <button type="button" className="primary" onClick={() => happen({ type: 'kept-mine' })}>
          {isGone ? conflict.keepGone : conflict.keep}
        </button>
        <button type="button" className="plain-button" onClick={() => happen({ type: 'took-theirs' })}>
          {isGone ? conflict.takeGone : conflict.take}
        </button>
      </div>
    </section>
  );
}
