import { maskedText, type Path, partsOf, type Setting } from '@clearml-conf/shared';
import { useRef } from 'react';
import { mask } from '../diff/paint.ts';
import { partName } from '../form/check.ts';
import { type FieldValue, isList, isMap, type MapValue, rowOf, withRow } from '../form/value.ts';
import { Icon } from '../page/icon.tsx';
import { row } from '../words/settings.ts';
import { Control } from './any.tsx';
import type { ControlProps } from './control.ts';
import { insertItem, moveItem, removeItem, replaceItem } from './items.ts';
import { shownText } from './text.tsx';

/** What is wrong with a part of one entry, in words. */
type FaultsOf = (part: string) => readonly string[];

const none: readonly string[] = [];
const emptyEntry: MapValue = { kind: 'map', rows: [] };

/** A list of objects: one card each, with a title of its own. */
export function CardsControl({ id, setting, value, onChange, label, describedBy, faultsAt }: ControlProps) {
  const list = useRef<HTMLUListElement>(null);
  const items = isList(value) ? value : [];
  const add = () => {
    onChange([...items, emptyEntry]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>(':scope > li:last-child input')?.focus());
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
  readonly setting: Setting;
  readonly items: readonly FieldValue[];
  readonly at: number;
  readonly item: FieldValue;
  readonly onChange: (value: FieldValue) => void;
  readonly faultsOf: FaultsOf;
}

function Card({ id, setting, items, at, item, onChange, faultsOf }: CardProps) {
  const parts = partsOf(setting.path);
  const path = [...setting.path.split('.'), at];
  const title = titleOf(path, parts, item) || row.entry(at + 1);
  const put = (next: readonly FieldValue[]) => onChange(next);
  return (
    <>
      <div className="card-head">
        <span className="card-title">{title}</span>
        <CardButton
          icon="up"
          word={row.moveUp}
          title={title}
          disabled={at === 0}
          onClick={() => put(moveItem(items, at, at - 1))}
        />
        <CardButton
          icon="down"
          word={row.moveDown}
          title={title}
          disabled={at === items.length - 1}
          onClick={() => put(moveItem(items, at, at + 1))}
        />
        <CardButton
          icon="copy"
          word={row.duplicate}
          title={title}
          onClick={() => put(insertItem(items, at + 1, item))}
        />
        <CardButton icon="cross" word={row.remove} title={title} onClick={() => put(removeItem(items, at))} />
      </div>
      {isMap(item) ? (
        <CardParts
          id={id}
          path={path}
          parts={parts}
          item={item}
          onChange={(next) => put(replaceItem(items, at, next))}
          faultsOf={faultsOf}
        />
      ) : (
        <code className="raw-source">{maskedText(path, shownText(item), mask)}</code>
      )}
    </>
  );
}

interface CardPartsProps {
  readonly id: string;
  readonly path: Path;
  readonly parts: readonly Setting[];
  readonly item: MapValue;
  readonly onChange: (item: MapValue) => void;
  readonly faultsOf: FaultsOf;
}

function CardParts({ id, path, parts, item, onChange, faultsOf }: CardPartsProps) {
  const known = parts.map(partName);
  const strange = item.rows.filter(([name]) => !known.includes(name));
  return (
    <div className="card-parts">
      {parts.map((part) => (
        <CardPart
          key={part.path}
          id={`${id}.${partName(part)}`}
          part={part}
          value={rowOf(item, partName(part))}
          onChange={(value) => onChange(withRow(item, partName(part), value))}
          faults={faultsOf(partName(part))}
        />
      ))}
      {strange.map(([name, value]) => (
        <p key={name} className="card-strange">
          <code>{maskedText([], name, mask)}</code> {maskedText([...path, name], shownText(value), mask)}
        </p>
      ))}
    </div>
  );
}

interface CardPartProps {
  readonly id: string;
  readonly part: Setting;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue | undefined) => void;
  readonly faults: readonly string[];
}

function CardPart({ id, part, value, onChange, faults }: CardPartProps) {
  return (
    <div className="card-part">
      <span className="card-label" title={part.description}>
        {part.title}
        {part['x-required'] && <span aria-hidden="true"> *</span>}
      </span>
      <Control
        id={id}
        setting={part}
        value={value}
        onChange={onChange}
        label={part.title}
        describedBy={`${id}-help`}
        invalid={faults.length > 0}
      />
      <span className="hidden" id={`${id}-help`}>
        {part.description}
      </span>
      {faults.map((fault) => (
        <span key={fault} className="fault">
          {fault}
        </span>
      ))}
    </div>
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
      aria-label={`${word}: ${title}`}
      title={word}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
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
