import { Mark } from '../../icon/icon.tsx';
import type { LockReason } from '../../session/session.ts';
import { locked } from '../../words/page.ts';

/** The page that is not let in: says why, and how to get back in. It goes on by itself once it is. */
export function Locked({ reason }: { readonly reason: LockReason }) {
  return (
    <main className="plain">
      <Mark />
      <h1>{locked[reason]}</h1>
      <p role="alert">{locked.why[reason]}</p>
      <p>{locked.how}</p>
      <p className="soft">{locked.kept}</p>
    </main>
  );
}
