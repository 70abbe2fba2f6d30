import { maskedText, partsOf } from '@clearml-conf/shared';
import { useRef } from 'react';
import { mask } from '../diff/paint.ts';
import { isMap, type MapRow, type MapValue } from '../form/value.ts';
import { Icon } from '../icon/icon.tsx';
import { row } from '../words/settings.ts';
import { CardParts, emptyEntry } from './card-parts.tsx';
import type { ControlProps } from './control.ts';
import { focusAfterRemoval, focusNew } from './focus.ts';
import { NameBox } from './name-box.tsx';
import { NewName } from './new-name.tsx';
import { PlainSource } from './plain-source.tsx';

const none: readonly string[] = [];

/** A map of objects: one card each, under the name it has in the file. */
export function GroupsControl({ id, setting, value, onChange, label, describedBy }: ControlProps) {
  const list = useRef<HTMLUListElement>(null);
  const map: MapValue = isMap(value) ? value : { kind: 'map', rows: [] };
  const path = setting.path.split('.');
  const put = (rows: readonly MapRow[]) => onChange({ kind: 'map', rows });
  const remove = (at: number) => {
    focusAfterRemoval(list.current, at, () => put(map.rows.filter((_, place) => place !== at)));
  };
  const add = (name: string) => {
    focusNew(list.current, () => put([...map.rows, [name, emptyEntry]]));
  };
  return (
    <fieldset className="cards" id={id} tabIndex={-1} aria-label={label} aria-describedby={describedBy}>
      <ul ref={list}>
        {map.rows.map(([name, item], at) => {
          const title = maskedText([], name, mask);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the name of an entry is typed over in its place
            <li key={at} className="card">
              <div className="card-head">
                <NameBox
                  id={`${id}.${at}`}
                  path={path}
                  held={map}
                  name={name}
                  onName={(next) => put(map.rows.map((old, place) => (place === at ? [next, item] : old)))}
                />
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`${row.remove}: ${title}`}
                  title={row.remove}
                  onClick={() => remove(at)}
                >
                  <Icon name="cross" />
                </button>
              </div>
              {isMap(item) ? (
                <CardParts
                  id={`${id}.${at}`}
                  path={[...path, name]}
                  entry={title}
                  parts={partsOf(setting.path)}
                  item={item}
                  onChange={(next) => put(map.rows.map((old, place) => (place === at ? [name, next] : old)))}
                  faultsOf={() => none}
                />
              ) : (
                <PlainSource path={[...path, name]} value={item} />
              )}
            </li>
          );
        })}
      </ul>
      <NewName id={id} path={path} held={map} word={row.addEntry} onAdd={add} />
    </fieldset>
  );
}
