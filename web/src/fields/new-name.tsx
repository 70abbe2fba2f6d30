import type { Path } from '@clearml-conf/shared';
import { useState } from 'react';
import type { MapValue } from '../form/value.ts';
import { Icon } from '../icon/icon.tsx';
import { newName } from '../words/settings.ts';
import { privately } from './control.ts';
import { after } from './focus.ts';
import { nameFault } from './name-fault.ts';

interface Props {
  readonly id: string;
  readonly path: Path;
  readonly held: MapValue;
  /** What the button says. */
  readonly word: string;
  readonly onAdd: (name: string) => void;
}

/** A name that is to be added to a map, and why it cannot be. */
export function NewName({ id, path, held, word, onAdd }: Props) {
  const [name, setName] = useState('');
  const trimmed = name.trim();
  const fault = nameFault(trimmed, path, held);
  const isReady = trimmed !== '' && fault === null;
  const add = () => {
    if (!isReady) return;
    const change = () => {
      onAdd(trimmed);
      setName('');
    };
    after(change, () => document.getElementById(`${id}.${held.rows.length}`));
  };
  return (
    <>
      <div className="table-row">
        <input
          {...privately}
          id={`${id}.new`}
          className="input input-code"
          value={name}
          placeholder={newName.label}
          aria-label={newName.label}
          aria-invalid={fault !== null || undefined}
          aria-describedby={fault === null ? undefined : `${id}.new-fault`}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
        <button type="button" className="quiet-button" disabled={!isReady} onClick={add}>
          <Icon name="plus" /> {word}
        </button>
      </div>
      {fault !== null && (
        <p className="fault" id={`${id}.new-fault`} role="status">
          {fault}
        </p>
      )}
    </>
  );
}
