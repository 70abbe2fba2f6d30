import { type ClipboardEvent, type RefObject, useRef } from 'react';
import { pastedItems } from '../form/pasted.ts';
import { type FieldValue, heldText, isHeld, isList, isNumber, isNumberText, saidOf } from '../form/value.ts';
import { Icon } from '../icon/icon.tsx';
import { row } from '../words/settings.ts';
import { type ControlProps, privately } from './control.ts';
import { focusAfterRemoval, focusMoved, focusNew } from './focus.ts';
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
    onChange([...items, heldText('', undefined)]);
    focusNew(list.current);
  };
  return (
    <fieldset className="list" id={id} tabIndex={-1} aria-label={label} aria-describedby={props.describedBy}>
      <ul ref={list}>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the items of a list of texts are their places
          <li key={at} className="list-item">
            <TextItem {...props} list={list} items={items} at={at} item={item} />
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
  readonly list: RefObject<HTMLUListElement | null>;
  readonly items: readonly FieldValue[];
  readonly at: number;
  readonly item: FieldValue;
}

function TextItem({ id, setting, list, items, at, item, onChange, label }: ItemProps) {
  const name = `${label}, ${at + 1}`;
  const change = (text: string) => onChange(replaceItem(items, at, itemOf(text, item)));
  const moveUp = () => {
    onChange(moveItem(items, at, at - 1));
    focusMoved(list.current, at - 1, 'up');
  };
  const remove = () => {
    onChange(removeItem(items, at));
    focusAfterRemoval(list.current, at);
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const fresh = event.target instanceof HTMLInputElement && pastedInto(event.target, event, setting.format);
    if (!fresh) return;
    event.preventDefault();
    onChange([...items.slice(0, at), ...fresh, ...items.slice(at + 1)]);
  };
  return (
    <span className="list-line" onPaste={paste}>
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
              placeholder={isHeld(item) ? (item.over === undefined ? row.emptyItem : row.keptItem) : ''}
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
        data-move="up"
        onClick={moveUp}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={`${row.remove}: ${name}`}
        title={row.remove}
        onClick={remove}
      >
        <Icon name="cross" />
      </button>
    </span>
  );
}

/** What was typed as an item. ClearML drops an empty one without a word, so it stays with the form until it is filled. */
function itemOf(text: string, before: FieldValue): FieldValue {
  if (text === '') return heldText('', before);
  return isNumberText(saidOf(before)) && isNumber(text) ? { kind: 'number', source: text } : text;
}

/** The items that a paste makes of a box, or null where the browser does it well by itself. */
function pastedInto(box: HTMLInputElement, event: ClipboardEvent, format: string | undefined) {
  const items = pastedItems(event.clipboardData.getData('text/plain'), format);
  if (items.length < 2) return null;
  const [before, after] = [box.value.slice(0, box.selectionStart ?? 0), box.value.slice(box.selectionEnd ?? 0)];
  return [before, ...items, after].filter((text) => text !== '');
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
