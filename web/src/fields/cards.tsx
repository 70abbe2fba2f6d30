import { maskedText, type Path, partsOf, type Setting } from '@clearml-conf/shared';
import { type RefObject, useRef } from 'react';
import { mask } from '../diff/paint.ts';
import { partName } from '../form/check.ts';
import { type FieldValue, isList, isMap, rowOf } from '../form/value.ts';
import { Icon } from '../icon/icon.tsx';
import { row } from '../words/settings.ts';
import { CardParts, emptyEntry, type FaultsOf } from './card-parts.tsx';
import type { ControlProps } from './control.ts';
import { focusAfterRemoval, focusMoved, focusNew } from './focus.ts';
import { insertItem, moveItem, removeItem, replaceItem } from './items.ts';
import { PlainSource } from './plain-source.tsx';

const none: readonly string[] = [];

/** A list of objects: one card each, with a title of its own. */
export function CardsControl({ id, setting, value, onChange, label, describedBy, faultsAt }: ControlProps) {
  const list = useRef<HTMLUListElement>(null);
  const items = isList(value) ? value : [];
  const names = namesOf(setting, items);
  const add = () => {
    focusNew(list.current, () => onChange([...items, emptyEntry]));
  };
  return (
    <fieldset className="cards" id={id} tabIndex={-1} aria-label={label} aria-describedby={describedBy}>
      <ul ref={list}>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own in the file
          <li key={at} className="card">
            <Card
              id={`${id}.${at}`}
              setting={setting}
              list={list}
              name={names[at] ?? ''}
              items={items}
              at={at}
              item={item}
              onChange={onChange}
              faultsOf={(part) => faultsAt?.(at, part) ?? none}
            />
          </li>
        ))}
      </ul>
      <button type="button" className="quiet-button" onClick={add}>
        <Icon name="plus" /> {row.addEntry}
      </button>
    </fieldset>
  );
}

interface CardProps {
  readonly id: string;
  readonly list: RefObject<HTMLUListElement | null>;
  /** What tells it from the other entries. */
  readonly name: string;
  readonly setting: Setting;
  readonly items: readonly FieldValue[];
  readonly at: number;
  readonly item: FieldValue;
  readonly onChange: (value: FieldValue) => void;
  readonly faultsOf: FaultsOf;
}

function Card({ id, list, name, setting, items, at, item, onChange, faultsOf }: CardProps) {
  const path = [...setting.path.split('.'), at];
  const move = (to: number, direction: 'up' | 'down') => {
    focusMoved(list.current, to, direction, () => onChange(moveItem(items, at, to)));
  };
  const remove = () => {
    focusAfterRemoval(list.current, at, () => onChange(removeItem(items, at)));
  };
  return (
    <>
      <div className="card-head">
        <span className="card-title">{name}</span>
        <CardButton icon="up" word={row.moveUp} title={name} disabled={at === 0} onClick={() => move(at - 1, 'up')} />
        <CardButton
          icon="down"
          word={row.moveDown}
          title={name}
          disabled={at === items.length - 1}
          onClick={() => move(at + 1, 'down')}
        />
        <CardButton
          icon="copy"
          word={row.duplicate}
          title={name}
          onClick={() => onChange(insertItem(items, at + 1, item))}
        />
        <CardButton icon="cross" word={row.remove} title={name} onClick={remove} />
      </div>
      {isMap(item) ? (
        <CardParts
          id={id}
          path={path}
          entry={name}
          parts={partsOf(setting.path)}
          item={item}
          onChange={(next) => onChange(replaceItem(items, at, next))}
          faultsOf={faultsOf}
        />
      ) : (
        <PlainSource path={path} value={item} />
      )}
    </>
  );
}

interface CardButtonProps {
  readonly icon: 'up' | 'down' | 'copy' | 'cross';
  readonly word: string;
  readonly title: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function CardButton({ icon, word, title, disabled = false, onClick }: CardButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      data-move={icon === 'up' || icon === 'down' ? icon : undefined}
      aria-label={`${word}: ${title}`}
      title={word}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** The names of all entries. Where two say the same of themselves, their places tell them apart. */
function namesOf(setting: Setting, items: readonly FieldValue[]): readonly string[] {
  const parts = partsOf(setting.path);
  const path = setting.path.split('.');
  const titles = items.map((item, at) => titleOf([...path, at], parts, item));
  return titles.map((title, at) => {
    if (title === '') return row.entry(at + 1);
    return titles.indexOf(title) === titles.lastIndexOf(title) ? title : row.twin(title, at + 1);
  });
}

/** The first texts that say which entry it is: "bucket · host". Secrets never do. */
function titleOf(path: Path, parts: readonly Setting[], item: FieldValue): string {
  if (!isMap(item)) return '';
  const telling = parts.filter((part) => !part['x-secret'] && part.type !== 'boolean').slice(0, 2);
  const texts = telling.flatMap((part) => {
    const value = rowOf(item, partName(part));
    return typeof value === 'string' && value !== '' ? [maskedText([...path, partName(part)], value, mask)] : [];
  });
  return texts.join(' · ');
}
