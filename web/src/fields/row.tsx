import type { Setting } from '@clearml-conf/shared';
import { type FocusEvent, memo, type ReactNode, useCallback, useRef, useState } from 'react';
import { type RowState, rowStateOf, sameRowState, useActs, useDesk } from '../desk/desk.ts';
import { type ControlKind, controlOf } from '../form/control.ts';
import { isRaw } from '../form/projection.ts';
import { defaultInWords, overrideInWords, row } from '../words/settings.ts';
import { refusalInWords } from '../words/trouble.ts';
import { RawValue } from './raw-value.tsx';
import { RowActs } from './row-acts.tsx';
import { RowExtra } from './row-extra.tsx';
import { RowHelp } from './row-help.tsx';
import { RowMark } from './row-mark.tsx';

interface RowProps {
  readonly setting: Setting;
  readonly faults: readonly string[];
  /** The control. */
  readonly children: ReactNode;
}

/** One setting. It is drawn again only when something about this setting changed. */
export function Row({ setting, faults, children }: RowProps) {
  const desk = useDesk();
  const latest = rowStateOf(desk, setting.path);
  const kept = useRef(latest);
  if (!sameRowState(kept.current, latest)) kept.current = latest;
  return (
    <RowView setting={setting} faults={faults} state={kept.current} isReplacing={desk.replacing.has(setting.path)}>
      {children}
    </RowView>
  );
}

interface ViewProps extends RowProps {
  readonly state: RowState;
  readonly isReplacing: boolean;
}

/** Where the setting stands in the file, what it is, its control, and quietly the rest. */
const RowView = memo(function RowView({ setting, faults, children, state, isReplacing }: ViewProps) {
  const acts = useActs();
  const [isExplained, setExplained] = useState(false);
  const explain = useCallback(() => setExplained((was) => !was), []);
  const raw = isRaw(state.reading, setting) && !isReplacing;
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) acts.leave();
  };
  return (
    <article
      className="row"
      data-setting={setting.path}
      data-state={stateOf(state)}
      data-explained={isExplained || undefined}
      aria-labelledby={`${setting.path}-title`}
      tabIndex={-1}
      onFocus={() => acts.visit(setting.path)}
      onBlur={leave}
    >
      <RowMark setting={setting} state={state} />
      <RowText setting={setting} isOneBox={!raw && oneBox.includes(controlOf(setting))} />
      <div className="row-control">
        {raw ? <RawValue setting={setting} reading={state.reading} /> : children}
        {isReplacing && isRaw(state.reading, setting) && (
          <button type="button" className="quiet-button" onClick={() => acts.replace(setting.path, false)}>
            {row.keep}
          </button>
        )}
        <RowFacts setting={setting} />
      </div>
      <RowNotes setting={setting} state={state} faults={raw ? [] : faults} />
      <RowExtra setting={setting} isExplained={isExplained} />
      <RowActs setting={setting} state={state} isExplained={isExplained} explain={explain} />
    </article>
  );
});

type RowLook = 'unset' | 'set' | 'changed';

function stateOf({ reading, changes }: RowState): RowLook {
  if (changes.length > 0) return 'changed';
  return reading === undefined || reading.state === 'unset' ? 'unset' : 'set';
}

/** Where a press on the title leads into a box. In anything else it must not choose what stands first. */
const oneBox: readonly ControlKind[] = ['text', 'secret', 'number', 'choice', 'scalar'];

interface TextProps {
  readonly setting: Setting;
  readonly isOneBox: boolean;
}

const RowText = memo(function RowText({ setting, isOneBox }: TextProps) {
  const at = setting.path.lastIndexOf('.') + 1;
  return (
    <div className="row-text">
      <span className="row-title" id={`${setting.path}-title`}>
        {isOneBox ? <label htmlFor={setting.path}>{setting.title}</label> : <span>{setting.title}</span>}
        {setting.deprecated && <span className="tag">{row.deprecated}</span>}
        {isOfEnterprise(setting) && <span className="tag">{row.enterprise}</span>}
      </span>
      <code className="row-path" title={setting.path}>
        <span className="hidden">{setting.path.slice(0, at)}</span>
        {setting.path.slice(at)}
      </code>
      <RowHelp setting={setting} />
    </div>
  );
});

function isOfEnterprise(setting: Setting): boolean {
  return setting['x-enterprise'] === true || setting['x-read-by'] === 'enterprise';
}

const RowFacts = memo(function RowFacts({ setting }: { readonly setting: Setting }) {
  const words = defaultInWords(setting);
  const variable = setting['x-env']?.[0];
  return (
    <p className="row-facts">
      <span>{words === null ? row.noDefault : row.default(words)}</span>
      {variable && <code>{variable}</code>}
    </p>
  );
});

interface NotesProps {
  readonly setting: Setting;
  readonly state: RowState;
  readonly faults: readonly string[];
}

function RowNotes({ setting, state, faults }: NotesProps) {
  const { override, refusal } = state;
  if (!override && !refusal && faults.length === 0) return null;
  return (
    <div className="row-notes" role="status">
      {override && <p className="note note-override">{overrideInWords(override, setting)}</p>}
      {refusal && <p className="note note-fault">{refusalInWords(refusal)}</p>}
      {faults.map((fault) => (
        <p key={fault} className="note note-fault">
          {fault}
        </p>
      ))}
    </div>
  );
}
