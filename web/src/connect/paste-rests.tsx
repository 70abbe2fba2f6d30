import type { PasteRest } from '@clearml-conf/shared';
import { connect } from '../words/connect.ts';

/** What of the paste is left aside. */
export function PasteRests({ rest }: { readonly rest: readonly PasteRest[] }) {
  if (rest.length === 0) return null;
  return (
    <details className="paste-rest">
      <summary>{connect.rest(rest.length)}</summary>
      <ul>
        {rest.map(({ line, text }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line can leave two pieces, which never move
          <li key={place}>
            <span className="soft">{connect.line(line)}</span> <code>{text}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
