import { isSecretStep, maskedText, type Path } from '@clearml-conf/shared';
import { useRef, useState } from 'react';
import { mask } from '../diff/paint.ts';
import type { MapValue } from '../form/value.ts';
import { newName } from '../words/settings.ts';
import { privately } from './control.ts';
import { nameFault } from './name-fault.ts';

interface Props {
  readonly id: string;
  /** Where the map stands. */
  readonly path: Path;
  readonly held: MapValue;
  readonly name: string;
  readonly onName: (name: string) => void;
}

interface Typed {
  readonly text: string;
  /** The name that the file has meanwhile. */
  readonly over: string;
}

/**
 * The name of an entry of a map, to be typed over in its place. While what is typed cannot be a name, the file keeps the
 * one from before. A name that holds a secret is only shown.
 */
export function NameBox({ id, path, held, name, onName }: Props) {
  const [typed, setTyped] = useState<Typed | null>(null);
  const began = useRef(name);
  const told = maskedText([], name, mask);
  if (told !== name) return <span className="table-name">{told}</span>;
  const text = typed?.over === name ? typed.text : name;
  const fault = faultOf(text, name, path, held);
  const type = (next: string) => {
    const wanted = next.trim();
    const over = faultOf(next, name, path, held) === null ? wanted : began.current;
    setTyped({ text: next, over });
    if (over !== name) onName(over);
  };
  return (
    <>
      <input
        {...privately}
        id={`${id}.name`}
        className="input input-code table-name"
        value={text}
        aria-label={newName.of(name)}
        aria-invalid={fault !== null || undefined}
        aria-describedby={fault === null ? undefined : `${id}.name-fault`}
        onFocus={() => {
          began.current = name;
        }}
        onChange={(event) => type(event.target.value)}
      />
      {fault !== null && (
        <p className="fault table-fault" id={`${id}.name-fault`} role="status">
          {fault}
        </p>
      )}
    </>
  );
}

/** A name that only blanks were added to is the one that is there. */
function faultOf(text: string, name: string, path: Path, held: MapValue): string | null {
  const wanted = text.trim();
  if (wanted === '') return newName.missing(name);
  if (wanted === name || text === name) return null;
  return nameFault(wanted, path, held) ?? (wouldShow(path, name, wanted) ? newName.shows(name) : null);
}

/** Whether what is hidden for its name would be seen under another, letter by letter on the way to it too. */
function wouldShow(path: Path, name: string, wanted: string): boolean {
  return isSecretStep([...path, name]) && !isSecretStep([...path, wanted]);
}
