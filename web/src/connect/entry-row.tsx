import { maskedSource, settingNamed } from '@clearml-conf/shared';
import type { ReactNode } from 'react';
import { mask } from '../diff/paint.ts';
import { privately } from '../fields/control.ts';
import { SecretInput } from '../fields/secret.tsx';
import { connect, sourceInWords } from '../words/connect.ts';
import { valueInWords } from '../words/values.ts';
import { type Entry, isNews } from './entries.ts';

interface Props {
  readonly entry: Entry;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onText: (text: string) => void;
  /** What else there is to say or to press. */
  readonly children?: ReactNode;
}

/** One setting: whether it is taken, its value, where the value comes from and what the file has now. */
export function EntryRow({ entry, onChoose, onText, children }: Props) {
  const { setting, source, isChosen } = entry;
  const title = titleOf(setting);
  const canChoose = isNews(entry);
  const isMissing = source === 'none';
  return (
    <li className="entry" data-entry={setting} data-source={source} data-chosen={(canChoose && isChosen) || undefined}>
      <label className="entry-choice">
        <input
          type="checkbox"
          checked={canChoose && isChosen}
          disabled={!canChoose}
          aria-label={connect.take(title)}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </label>
      <label className="entry-title" htmlFor={`connect-${setting}`}>
        {title}
      </label>
      <span className={isMissing ? 'entry-source entry-missing' : 'entry-source'}>
        {isMissing ? connect.missing : sourceInWords(source)}
      </span>
      <div className="entry-value">
        <EntryValue entry={entry} title={title} onText={onText} />
      </div>
      <EntryNow entry={entry} />
      {children}
    </li>
  );
}

function titleOf(setting: string): string {
  return settingNamed(setting)?.title ?? setting;
}

function EntryValue({
  entry,
  title,
  onText,
}: {
  readonly entry: Entry;
  readonly title: string;
  readonly onText: (text: string) => void;
}) {
  const { value, setting, secret } = entry;
  if (typeof value !== 'string') return <code className="entry-plain">{valueInWords(setting.split('.'), value)}</code>;
  if (secret) {
    const put = (text = '') => onText(text);
    const given = value === '' ? undefined : value;
    return <SecretInput id={`connect-${setting}`} format={undefined} value={given} onText={put} label={title} trims />;
  }
  return (
    <input
      {...privately}
      id={`connect-${setting}`}
      className="input input-code"
      value={value}
      onChange={(event) => onText(event.target.value.trim())}
    />
  );
}

/** What stands in the file now, where a value is about to take its place. */
function EntryNow({ entry }: { readonly entry: Entry }) {
  const words = nowInWords(entry);
  return words === null ? null : <p className="entry-now soft">{words}</p>;
}

function nowInWords(entry: Entry): string | null {
  const { reading, source, secret, setting } = entry;
  const path = setting.split('.');
  if (source === 'file' || source === 'none' || !reading || reading.value === undefined) return null;
  if (reading.state === 'computed') return connect.computed(maskedSource(path, reading.source ?? '', mask));
  if (!isNews(entry)) return connect.same;
  if (reading.value === '') return null;
  return secret ? connect.wasSecret : connect.was(valueInWords(path, reading.value));
}
