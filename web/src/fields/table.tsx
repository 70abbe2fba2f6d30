import { isRest, maskedText, type Path, type Setting, settingNamed } from '@clearml-conf/shared';
import { useRef } from 'react';
import { mask } from '../diff/paint.ts';
import { type FieldValue, isList, isMap, isNumber, isNumberText, type MapRow, type MapValue } from '../form/value.ts';
import { Icon } from '../icon/icon.tsx';
import { row } from '../words/settings.ts';
import { Box } from './box.tsx';
import { type ControlProps, placeOf } from './control.ts';
import { NameBox } from './name-box.tsx';
import { NewName } from './new-name.tsx';
import { PlainSource } from './plain-source.tsx';
import { Private } from './private.tsx';
import { SecretInput } from './secret.tsx';
import { shownText } from './shown-text.ts';

/** A map as a table of names and values. */
export function TableControl({ id, setting, path: place, value, onChange, label, describedBy }: ControlProps) {
  const map: MapValue = isMap(value) ? value : { kind: 'map', rows: [] };
  const put = (rows: readonly MapRow[]) => onChange({ kind: 'map', rows });
  // All other keys of a section stand in the section itself.
  const path = isRest(setting) ? setting.path.slice(0, -2).split('.') : placeOf({ setting, path: place });
  const part = isRest(setting) ? setting : settingNamed(`${setting.path}.*`);
  return (
    <fieldset className="table" id={id} tabIndex={-1} aria-label={label} aria-describedby={describedBy}>
      {map.rows.map((held, at) => (
        <TableRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the name of a row is typed over in its place
          key={at}
          id={`${id}.${at}`}
          map={map}
          path={path}
          part={part}
          held={held}
          onChange={(next) => put(map.rows.map((old, place) => (place === at ? next : old)))}
          onRemove={() => put(map.rows.filter((_, place) => place !== at))}
        />
      ))}
      <NewName id={id} path={path} held={map} word={row.addRow} onAdd={(name) => put([...map.rows, [name, '']])} />
    </fieldset>
  );
}

interface TableRowProps {
  readonly id: string;
  readonly map: MapValue;
  /** Where the map stands. */
  readonly path: Path;
  /** What the catalog says of each value. */
  readonly part: Setting | undefined;
  readonly held: MapRow;
  readonly onChange: (row: MapRow) => void;
  readonly onRemove: () => void;
}

function TableRow({ id, map, path, part, held, onChange, onRemove }: TableRowProps) {
  const [own, value] = held;
  const name = maskedText([], own, mask);
  const place = [...path, own];
  const label = `${row.value}: ${name}`;
  const began = useRef(value);
  const put = (text: string | undefined) => onChange([own, valueLike(began.current, text ?? '')]);
  const start = () => {
    began.current = value;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focus only passes through on its way to the box inside
    <div className="table-row" onFocus={start}>
      <NameBox id={id} path={path} held={map} name={own} onName={(next) => onChange([next, value])} />
      {isMap(value) || isList(value) ? (
        <PlainSource path={place} value={value} />
      ) : (
        <Private path={place} text={shownText(value)}>
          {(isMasked) =>
            isMasked ? (
              <SecretInput id={id} format={part?.format} value={value} onText={put} label={label} />
            ) : (
              <Box
                id={id}
                format={part?.format}
                className="input input-code"
                text={shownText(value)}
                label={label}
                onText={put}
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
