import { maskedText, type Setting } from '@clearml-conf/shared';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { mask } from '../diff/paint.ts';
import { row } from '../words/settings.ts';

interface Props {
  readonly setting: Setting;
  readonly words: readonly string[];
  readonly hasMore: boolean;
  readonly onTake: () => void;
  readonly onKeep: () => void;
  readonly onCancel: () => void;
}

/** A pasted command line, parted as a shell would, before it is taken over. */
export function PastedWords({ setting, words, hasMore, onTake, onKeep, onCancel }: Props) {
  const take = useRef<HTMLButtonElement>(null);
  useEffect(() => take.current?.focus(), []);
  const path = setting.path.split('.');
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <fieldset className="pasted" aria-labelledby={`${setting.path}-pasted`} onKeyDown={leave}>
      <p id={`${setting.path}-pasted`}>{row.pasted(words.length)}</p>
      <ol className="pasted-words">
        {words.map((word, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the words of a command line are their places
          <li key={at}>
            <code>{maskedText(path, word, mask)}</code>
          </li>
        ))}
      </ol>
      {hasMore && <p>{row.pastedMore}</p>}
      <button type="button" className="plain-button" ref={take} onClick={onTake}>
        {row.takeWords(words.length)}
      </button>
      <button type="button" className="quiet-button" onClick={onKeep}>
        {row.keepWords}
      </button>
      <button type="button" className="quiet-button" onClick={onCancel}>
        {row.cancelPaste}
      </button>
    </fieldset>
  );
}
