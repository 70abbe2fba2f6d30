import { useRef } from 'react';
import { type FieldValue, isList, isNumberText } from '../form/value.ts';
import { Icon } from '../page/icon.tsx';
import { row } from '../words/settings.ts';
import { type ControlProps, privately } from './control.ts';
import { moveItem, removeItem, replaceItem } from './items.ts';
import { Private } from './private.tsx';
import { SecretInput } from './secret.tsx';
import { shownText, TextControl } from './text.tsx';

/** A list of texts, one box each. Pasting several lines makes an item of each. */
export function TextsControl(props: ControlProps) {
  const { id, value, onChange, label } = props;
  const list = useRef<HTMLUListElement>(null);
  const items = isList(value) ? value : [];
  const add = () => {
    onChange([...items, '']);
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus());
  };
  return (
    <fieldset className="list" id={id} tabIndex={-1} aria-label={label} aria-describedby={props.describedBy}>
      <ul ref={list}>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the items of a list of texts are their places
          <li key={at} className="list-item">
            <TextItem {...props} items={items} at={at} item={item} />
          </li>
        ))}
      </ul>
      <button type="button" className="quiet-button" onClick={add}>
        <Icon name="plus" /> {row.addItem}
      </button>
    </fieldset>
  );
}

interface ItemProps extends ControlProps {
  readonly items: readonly FieldValue[];
  readonly at: number;
  readonly item: FieldValue;
}

function TextItem({ id, setting, items, at, item, onChange, label }: ItemProps) {
  const name = `${label}, ${at + 1}`;
  const change = (text: string) => {
    const lines = text.split(/\r?\n/);
    if (lines.length > 1) onChange([...items.slice(0, at), ...lines.filter(Boolean), ...items.slice(at + 1)]);
    else onChange(replaceItem(items, at, isNumberText(item) ? { kind: 'number', source: text } : text));
  };
  return (
    <>
      <Private path={setting.path.split('.')} text={shownText(item)}>
        {(isMasked) =>
          isMasked ? (
            <SecretInput id={`${id}.${at}`} value={item} onText={(text) => change(text ?? '')} label={name} />
          ) : (
            <input
              {...privately}
              id={`${id}.${at}`}
              className="input input-code"
              value={shownText(item)}
              aria-label={name}
              onChange={(event) => change(event.target.value)}
            />
          )
        }
      </Private>
      <button
        type="button"
        className="icon-button"
        aria-label={`${row.moveUp}: ${name}`}
        title={row.moveUp}
        disabled={at === 0}
        onClick={() => onChange(moveItem(items, at, at - 1))}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={`${row.remove}: ${name}`}
        title={row.remove}
        onClick={() => onChange(removeItem(items, at))}
      >
        <Icon name="cross" />
      </button>
    </>
  );
}

/** Where ClearML takes one text or a list of texts: the one that is there, and a way to the other. */
export function TextOrTextsControl(props: ControlProps) {
  const { setting, value, onChange } = props;
  const asList =
    isList(value) || (value === undefined && (Array.isArray(setting.default) || setting.type[0] === 'array'));
  const turn = () => onChange(isList(value) ? shownText(value[0]) : value === undefined || value === '' ? [] : [value]);
  return (
    <div className="either">
      {asList ? <TextsControl {...props} /> : <TextControl {...props} />}
      {value !== undefined && (!isList(value) || value.length < 2) && (
        <button type="button" className="quiet-button" onClick={turn}>
          {isList(value) ? row.asText : row.asList}
        </button>
      )}
    </div>
  );
}
