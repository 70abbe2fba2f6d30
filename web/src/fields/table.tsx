import { maskedText } from '@clearml-conf/shared';
import { useRef, useState } from 'react';
import { mask } from '../diff/paint.ts';
import { type FieldValue, isList, isMap, isNumber, isNumberText, type MapRow, type MapValue } from '../form/value.ts';
import { Icon } from '../icon/icon.tsx';
import { row } from '../words/settings.ts';
import { type ControlProps, privately } from './control.ts';
import { PlainSource } from './plain-source.tsx';
import { Private } from './private.tsx';
import { SecretInput } from './secret.tsx';
import { shownText } from './text.tsx';

/** A map as a table of names and values. A name is taken over when its box is left. */
export function TableControl({ id, setting, value, onChange, label, describedBy }: ControlProps) {
  const map: MapValue = isMap(value) ? value : { kind: 'map', rows: [] };
  const put = (rows: readonly MapRow[]) => onChange({ kind: 'map', rows });
  return (
    <fieldset className="table" id={id} tabIndex={-1} aria-label={label} aria-describedby={describedBy}>
      {map.rows.map((held, at) => (
        <TableRow
          key={held[0]}
          id={`${id}.${at}`}
          path={[...setting.path.split('.'), held[0]]}
          held={held}
          onChange={(next) => put(map.rows.map((old, place) => (place === at ? next : old)))}
          onRemove={() => put(map.rows.filter((_, place) => place !== at))}
        />
      ))}
      <NewRow
        id={`${id}.new`}
        taken={map.rows.map(([name]) => name)}
        onAdd={(name) => put([...map.rows, [name, '']])}
      />
    </fieldset>
  );
}

interface TableRowProps {
  readonly id: string;
  readonly path: readonly string[];
  readonly held: MapRow;
  readonly onChange: (row: MapRow) => void;
  readonly onRemove: () => void;
}

function TableRow({ id, path, held, onChange, onRemove }: TableRowProps) {
  const [, value] = held;
  const name = maskedText([], held[0], mask);
  const began = useRef(value);
  const put = (text: string | undefined) => onChange([held[0], valueLike(began.current, text ?? '')]);
  const start = () => {
    began.current = value;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focus only passes through on its way to the box inside
    <div className="table-row" onFocus={start}>
      <span className="table-name">{name}</span>
      {isMap(value) || isList(value) ? (
        <PlainSource path={path} value={value} />
      ) : (
        <Private path={path} text={shownText(value)}>
          {(isMasked) =>
            isMasked ? (
              <SecretInput id={id} value={value} onText={put} label={`${row.value}: ${name}`} />
            ) : (
              <input
                {...privately}
                id={id}
                className="input input-code"
                value={shownText(value)}
                aria-label={`${row.value}: ${name}`}
                onChange={(event) => put(event.target.value)}
              />
            )
          }
        </Private>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={`${row.remove}: ${name}`}
        title={row.remove}
        onClick={onRemove}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}

/** A number stays a number and true stays true, or false, while somebody types over it; other text is text. */
function valueLike(began: FieldValue, text: string): FieldValue {
  if (isNumberText(began) && isNumber(text)) return { kind: 'number', source: text };
  if (typeof began === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

interface NewRowProps {
  readonly id: string;
  readonly taken: readonly string[];
  readonly onAdd: (name: string) => void;
}

function NewRow({ id, taken, onAdd }: NewRowProps) {
  const [name, setName] = useState('');
  const isReady = name.trim() !== '' && !taken.includes(name.trim());
  const add = () => {
    if (!isReady) return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <div className="table-row">
      <input
        {...privately}
        id={id}
        className="input input-code"
        value={name}
        placeholder={row.name}
        aria-label={row.name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && add()}
      />
      <button type="button" className="quiet-button" disabled={!isReady} onClick={add}>
        <Icon name="plus" /> {row.addRow}
      </button>
    </div>
  );
}
