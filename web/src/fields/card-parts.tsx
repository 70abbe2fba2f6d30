import { maskedText, membersOf, type Path, type Setting } from '@clearml-conf/shared';
import { type ReactNode, useState } from 'react';
import { mask } from '../diff/paint.ts';
import { partName } from '../form/check.ts';
import { type ControlKind, controlOf } from '../form/control.ts';
import { type FieldValue, isList, isMap, type MapValue, rowOf, withRow } from '../form/value.ts';
import { Icon } from '../icon/icon.tsx';
import { row } from '../words/settings.ts';
import { Control } from './any.tsx';
import { PlainSource } from './plain-source.tsx';

/** What is wrong with a part of one entry, in words. */
export type FaultsOf = (part: string) => readonly string[];

const none: readonly string[] = [];
export const emptyEntry: MapValue = { kind: 'map', rows: [] };

interface CardPartsProps {
  readonly id: string;
  readonly path: Path;
  /** The name of the entry, to tell its boxes from those of the others. */
  readonly entry: string;
  readonly parts: readonly Setting[];
  readonly item: MapValue;
  readonly onChange: (item: MapValue) => void;
  readonly faultsOf: FaultsOf;
}

/** The parts of one entry: those the catalog knows with a control, the others as they are written. */
export function CardParts({ id, path, entry, parts, item, onChange, faultsOf }: CardPartsProps) {
  const known = parts.map(partName);
  const strange = item.rows.filter(([name]) => !known.includes(name));
  // What is set later stays where it is being typed.
  const [lead] = useState(() => leadOf(parts, item));
  const rest = parts.filter((part) => !lead.includes(part));
  const partOf = (part: Setting) => (
    <CardPart
      key={part.path}
      id={`${id}.${partName(part)}`}
      path={[...path, partName(part)]}
      entry={entry}
      part={part}
      value={rowOf(item, partName(part))}
      onChange={(value) => onChange(withRow(item, partName(part), value))}
      faults={faultsOf(partName(part))}
    />
  );
  return (
    <div className="card-parts">
      {lead.map(partOf)}
      {rest.length > 0 && (
        <CardRest count={rest.length} isNeeded={rest.some((part) => rowOf(item, partName(part)) !== undefined)}>
          {rest.map(partOf)}
        </CardRest>
      )}
      {strange.map(([name, value]) => (
        <p key={name} className="card-strange">
          <code>{maskedText([], name, mask)}</code> <PlainSource path={[...path, name]} value={value} />
        </p>
      ))}
    </div>
  );
}

const mostLead = 6;

/** What is shown at once: the first parts, which most entries need, and those that are set. All, where few are left. */
function leadOf(parts: readonly Setting[], item: MapValue): readonly Setting[] {
  const lead = parts.filter((part, at) => at < mostLead || rowOf(item, partName(part)) !== undefined);
  return parts.length - lead.length > 2 ? lead : parts;
}

interface CardRestProps {
  readonly count: number;
  /** Something in it is set. */
  readonly isNeeded: boolean;
  readonly children: ReactNode;
}

/** The parts that few entries need. Once something in them is set, they stay open. */
function CardRest({ count, isNeeded, children }: CardRestProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="card-rest" open={isOpen || isNeeded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{row.moreParts(count)}</summary>
      <div className="card-parts">{children}</div>
    </details>
  );
}

interface CardPartProps {
  readonly id: string;
  readonly path: Path;
  readonly entry: string;
  readonly part: Setting;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue | undefined) => void;
  readonly faults: readonly string[];
}

function CardPart(props: CardPartProps) {
  const { id, path, entry, part, value, onChange, faults } = props;
  if (membersOf(part.path).length > 0 && (value === undefined || isMap(value))) return <CardGroup {...props} />;
  const fits = value === undefined || fitsIn(controlOf(part), value);
  return (
    <div className="card-part">
      <span className="card-label" title={part.description}>
        {part.title}
        {part['x-required'] && <span aria-hidden="true"> *</span>}
      </span>
      {fits ? (
        <Control
          id={id}
          setting={part}
          path={path}
          value={value}
          onChange={onChange}
          label={row.part(part.title, entry)}
          describedBy={`${id}-help`}
          invalid={faults.length > 0}
        />
      ) : (
        <span className="card-misfit">
          <PlainSource path={path} value={value} />
          <button
            type="button"
            className="icon-button"
            aria-label={`${row.remove}: ${row.part(part.title, entry)}`}
            title={row.remove}
            onClick={() => onChange(undefined)}
          >
            <Icon name="cross" />
          </button>
        </span>
      )}
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

/** A part with parts of its own, as the conditions of a rule. */
function CardGroup({ id, path, entry, part, value, onChange }: CardPartProps) {
  return (
    <fieldset className="card-group" title={part.description}>
      <legend className="card-label">{part.title}</legend>
      <CardParts
        id={id}
        path={path}
        entry={entry}
        parts={membersOf(part.path)}
        item={isMap(value) ? value : emptyEntry}
        onChange={onChange}
        faultsOf={() => none}
      />
    </fieldset>
  );
}

/** Whether a control shows the value: lists and groups have no place in a box, nor does text in a switch. */
function fitsIn(kind: ControlKind, value: FieldValue): boolean {
  switch (kind) {
    case 'table':
    case 'groups':
      return isMap(value);
    case 'cards':
    case 'texts':
      return isList(value) && value.every((item) => kind === 'cards' || !(isMap(item) || isList(item)));
    case 'text-or-texts':
      return !isMap(value) && (!isList(value) || fitsIn('texts', value));
    case 'switch':
      return typeof value === 'boolean';
    case 'none':
      return false;
    default:
      return !isMap(value) && !isList(value);
  }
}
