import { isBehindOption } from '@clearml-conf/shared';
import { type ClipboardEvent, type RefObject, useRef, useState } from 'react';
import { type PastedItems, pastedItems } from '../form/pasted.ts';
import { typedItem } from '../form/typed.ts';
import { type FieldValue, heldText, isHeld, isList } from '../form/value.ts';
import { Icon } from '../icon/icon.tsx';
import { faultInWords } from '../words/faults.ts';
import { row } from '../words/settings.ts';
import { Box } from './box.tsx';
import { type ControlProps, placeOf } from './control.ts';
import { focusAfterRemoval, focusMoved, focusNew } from './focus.ts';
import { moveItem, removeItem, replaceItem } from './items.ts';
import { PastedWords } from './pasted-words.tsx';
import { Private } from './private.tsx';
import { SecretInput } from './secret.tsx';
import { shownText } from './shown-text.ts';
import { TextControl } from './text.tsx';
import { type OnText, useVisit } from './visit.ts';

/** What was pasted and is not taken over yet, at the item it was pasted into. */
interface Waiting extends PastedItems {
  readonly at: number;
  readonly pasted: string;
}

/** A list of texts, one box each. Pasting several lines makes an item of each; a command line is shown first. */
export function TextsControl(props: ControlProps) {
  const { id, setting, value, onChange, label } = props;
  const list = useRef<HTMLUListElement>(null);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const items = isList(value) ? value : [];
  const put = (at: number, texts: readonly string[]) => {
    const before = items[at];
    const fresh = texts.map((text) => typedItem(text, setting, before));
    onChange([...items.slice(0, at), ...fresh, ...items.slice(at + 1)]);
    setWaiting(null);
  };
  const add = () => {
    focusNew(list.current, () => onChange([...items, heldText('', undefined)]));
  };
  return (
    <fieldset className="list" id={id} tabIndex={-1} aria-label={label} aria-describedby={props.describedBy}>
      <ul ref={list}>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the items of a list of texts are their places
          <li key={at} className="list-item">
            <TextItem
              {...props}
              list={list}
              items={items}
              at={at}
              item={item}
              onPasted={(pasted) => (pasted.isCommand ? setWaiting({ ...pasted, at }) : put(at, pasted.items))}
            />
            {waiting?.at === at && (
              <PastedWords
                setting={setting}
                words={waiting.items}
                hasMore={waiting.hasMore}
                onTake={() => put(at, waiting.items)}
                onKeep={() => put(at, [waiting.pasted])}
                onCancel={() => setWaiting(null)}
              />
            )}
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
  readonly onPasted: (pasted: PastedItems & { readonly pasted: string }) => void;
}

function TextItem({ id, setting, path, list, items, at, item, onChange, onPasted, label }: ItemProps) {
  const name = `${label}, ${at + 1}`;
  const change: OnText = (text, began) => onChange(replaceItem(items, at, typedItem(text ?? '', setting, began)));
  const visit = useVisit(item, change);
  const moveUp = () => {
    focusMoved(list.current, at - 1, 'up', () => onChange(moveItem(items, at, at - 1)));
  };
  const remove = () => {
    focusAfterRemoval(list.current, at, () => onChange(removeItem(items, at)));
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const pasted = event.target instanceof HTMLInputElement && pastedInto(event.target, event, setting.format);
    if (!pasted) return;
    event.preventDefault();
    onPasted(pasted);
  };
  return (
    <>
      <span className="list-line" onPasteCapture={paste}>
        <Private
          path={placeOf({ setting, path })}
          text={shownText(item)}
          isSecret={isBehindOption(items.map(shownText), at)}
        >
          {(isMasked) =>
            isMasked ? (
              <SecretInput id={`${id}.${at}`} format={undefined} value={item} onText={change} label={name} />
            ) : (
              <Box
                id={`${id}.${at}`}
                format={undefined}
                className="input input-code"
                text={shownText(item)}
                placeholder={isHeld(item) ? (item.over === undefined ? row.emptyItem : row.keptItem) : ''}
                label={name}
                isInvalid={isMistyped(item)}
                {...visit}
              />
            )
          }
        </Private>
        <ItemButtons name={name} at={at} onMoveUp={moveUp} onRemove={remove} />
      </span>
      {isMistyped(item) && (
        <span className="fault">
          {faultInWords({ code: 'not-a-number' }, { ...setting, type: setting.items?.type ?? 'integer' })}
        </span>
      )}
    </>
  );
}

interface ButtonsProps {
  readonly name: string;
  readonly at: number;
  readonly onMoveUp: () => void;
  readonly onRemove: () => void;
}

function ItemButtons({ name, at, onMoveUp, onRemove }: ButtonsProps) {
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={`${row.moveUp}: ${name}`}
        title={row.moveUp}
        disabled={at === 0}
        data-move="up"
        onClick={onMoveUp}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={`${row.remove}: ${name}`}
        title={row.remove}
        onClick={onRemove}
      >
        <Icon name="cross" />
      </button>
    </>
  );
}

function isMistyped(item: FieldValue): boolean {
  return isHeld(item) && item.typed !== '';
}

/** The items that a paste makes of a box, or null where the browser does it well by itself. */
function pastedInto(box: HTMLInputElement, event: ClipboardEvent, format: string | undefined) {
  const copied = event.clipboardData.getData('text/plain');
  const { items, isCommand, hasMore } = pastedItems(copied, format);
  if (items.length < (hasMore ? 1 : 2)) return null;
  const [before, after] = [box.value.slice(0, box.selectionStart ?? 0), box.value.slice(box.selectionEnd ?? 0)];
  const whole = [before, ...items, after].filter((text) => text !== '');
  return { items: whole, isCommand, hasMore, pasted: `${before}${copied.trim()}${after}` };
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
