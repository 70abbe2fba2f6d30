import { changedSettings, type HistoryEntry, parse } from '@clearml-conf/shared';
import { memo, useMemo } from 'react';
import { changesInWords, history } from '../../words/history.ts';
import { momentInWords, sizeInWords } from '../../words/time.ts';
import type { Texts } from './use-history.ts';

interface Props {
  readonly entries: readonly HistoryEntry[];
  readonly texts: Texts;
  /** The text of the file as it is now. */
  readonly now: string;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** The former texts, the newest first, each with what changed when it was left. */
export function HistoryList({ entries, texts, now, chosen, onChoose }: Props) {
  return (
    <ul className="history-list" aria-label={history.listTitle}>
      {entries.map((entry, at) => {
        const next = entries[at - 1];
        return (
          <li key={entry.id}>
            <HistoryRow
              entry={entry}
              text={texts.get(entry.id)}
              next={next ? texts.get(next.id) : now}
              isChosen={entry.id === chosen}
              onChoose={onChoose}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface RowProps {
  readonly entry: HistoryEntry;
  readonly text: string | null | undefined;
  /** The text that came after it. */
  readonly next: string | null | undefined;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
}

const HistoryRow = memo(function HistoryRow({ entry, text, next, isChosen, onChoose }: RowProps) {
  const words = useMemo(() => wordsBetween(text, next), [text, next]);
  return (
    <button
      type="button"
      className="history-row"
      aria-current={isChosen || undefined}
      onClick={() => onChoose(entry.id)}
    >
      <span className="history-time">{history.until(momentInWords(new Date(entry.time), new Date()))}</span>
      <span className="history-size">{sizeInWords(entry.bytes)}</span>
      <span className="history-words">{words === null ? history.reading : history.after(words)}</span>
    </button>
  );
});

/** Null as long as one of the two is not read, or cannot be. */
function wordsBetween(text: string | null | undefined, next: string | null | undefined): string | null {
  if (text === null || next === null) return history.otherText;
  if (text === undefined || next === undefined) return null;
  const changes = changedSettings(parse(text), parse(next));
  return changesInWords(changes, text === next);
}
