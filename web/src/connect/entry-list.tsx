import { apiServer, connectionSettings, maskedText, type Proposal, webServer } from '@clearml-conf/shared';
import type { ReactNode } from 'react';
import { mask } from '../diff/paint.ts';
import { connect, proposalInWords } from '../words/connect.ts';
import { type Entry, isNews, proposalsFor, serverSettings, withChosen, withProposal, withValue } from './entries.ts';
import { EntryRow } from './entry-row.tsx';

interface Props {
  readonly entries: readonly Entry[];
  readonly onChange: (entries: readonly Entry[]) => void;
  /** What wins over the file for a setting, in words. */
  readonly notes: ReadonlyMap<string, string>;
}

/** The five settings of the connection, and apart from them what else was pasted. */
export function EntryList({ entries, onChange, notes }: Props) {
  const isMain = ({ setting }: Entry) => connectionSettings.includes(setting) || setting.startsWith('api.');
  const others = entries.filter((entry) => !isMain(entry));
  const rowOf = (entry: Entry, more?: ReactNode) => (
    <EntryRow
      key={entry.setting}
      entry={entry}
      onChoose={(isChosen) => onChange(withChosen(entries, entry.setting, isChosen))}
      onText={(text) => onChange(withValue(entries, entry.setting, text, 'typed'))}
    >
      {notes.has(entry.setting) && <p className="note note-override">{notes.get(entry.setting)}</p>}
      {more}
    </EntryRow>
  );
  return (
    <>
      <ul className="entries">
        {entries
          .filter(isMain)
          .map((entry) =>
            rowOf(entry, entry.setting === serverSettings.at(-1) && <Ways entries={entries} onChange={onChange} />),
          )}
      </ul>
      {others.length > 0 && (
        <details className="entries-more" open={!entries.some((entry) => isMain(entry) && isNews(entry))}>
          <summary>
            {connect.others} <span className="soft">({others.length})</span>
          </summary>
          <p className="soft">{connect.othersHint}</p>
          <ul className="entries">{others.map((entry) => rowOf(entry))}</ul>
        </details>
      )}
    </>
  );
}

const hosted = 'https://app.clear.ml';

/** Other ways to fill in the servers that nobody has named. */
function Ways({ entries, onChange }: Pick<Props, 'entries' | 'onChange'>) {
  const isBare = entries.every(({ setting, source }) => !serverSettings.includes(setting) || source === 'none');
  if (isBare) {
    return (
      <p className="ways">
        <button
          type="button"
          className="quiet-button"
          onClick={() => onChange(withValue(entries, webServer, hosted, 'typed'))}
        >
          {connect.hosted}
        </button>
      </p>
    );
  }
  const ways = proposalsFor(entries).filter((proposal) => !isTaken(proposal, entries));
  if (ways.length === 0) return null;
  return (
    <p className="ways">
      {connect.chooseOther}
      {ways.map((proposal) => (
        <button
          key={proposal.rule}
          type="button"
          className="quiet-button"
          title={maskedText(apiServer.split('.'), proposal.servers.api, mask)}
          onClick={() => onChange(withProposal(entries, proposal))}
        >
          {proposalInWords(proposal.rule)}
        </button>
      ))}
    </p>
  );
}

function isTaken({ servers }: Proposal, entries: readonly Entry[]): boolean {
  const shown = serverSettings.map((setting) => entries.find((entry) => entry.setting === setting)?.value);
  return [servers.web, servers.api, servers.files].every((address, at) => shown[at] === address);
}
