import { isSecret, type Setting } from '@clearml-conf/shared';
import { memo } from 'react';
import { droppedWith, type RowState, unsetWith, useActs } from '../desk/desk.ts';
import { useHeldTexts } from '../desk/use-held.ts';
import { controlOf } from '../form/control.ts';
import { Icon, type IconName } from '../icon/icon.tsx';
import { hashOf } from '../route/route.ts';
import { row } from '../words/settings.ts';

interface Props {
  readonly setting: Setting;
  readonly state: RowState;
  readonly isExplained: boolean;
  readonly explain: () => void;
}

/** What can be done with a row besides typing. Shown on hover and focus; a letter typed beside it draws none of it. */
export const RowActs = memo(function RowActs({ setting, state, isExplained, explain }: Props) {
  const acts = useActs();
  const path = setting.path.split('.');
  const { reading, changes, canDrop } = state;
  const holdsText = useHeldTexts().has(setting.path);
  const isSet = reading !== undefined && reading.state !== 'unset';
  const takesEmpty = !isSet && ['text', 'scalar'].includes(controlOf(setting));
  const reset = () => {
    acts.replace(setting.path, false);
    const places = unsetWith(setting.path, reading);
    acts.edit(
      places.map((place) => ({ op: 'unset', path: place, ...(isSecret(place) && { secret: true }) })),
      null,
    );
  };
  const drop = () => {
    for (const place of canDrop ? droppedWith(setting.path, changes) : [path]) acts.drop(place);
  };
  return (
    <div className="row-acts">
      <Act
        icon="help"
        word={isExplained ? row.explainLess : row.explain}
        title={setting.title}
        isPressed={isExplained}
        onClick={explain}
      />
      {(canDrop || holdsText) && <Act icon="undo" word={row.undo} title={setting.title} goesAway onClick={drop} />}
      {isSet && <Act icon="reset" word={row.reset} title={setting.title} goesAway onClick={reset} />}
      {takesEmpty && (
        <Act
          icon="quote"
          word={row.empty}
          title={setting.title}
          goesAway
          onClick={() => acts.edit([{ op: 'set', path, value: '' }], null)}
        />
      )}
      <Act icon="copy" word={row.copyPath} title={setting.title} onClick={() => copy(setting.path)} />
      <Act icon="link" word={row.copyLink} title={setting.title} onClick={() => copy(addressOf(setting.path))} />
      {setting['x-docs'] && (
        <a
          className="icon-button"
          href={setting['x-docs']}
          target="_blank"
          rel="noreferrer"
          aria-label={`${row.docs}: ${setting.title}`}
          title={row.docs}
        >
          <Icon name="book" />
        </a>
      )}
    </div>
  );
});

interface ActProps {
  readonly icon: IconName;
  readonly word: string;
  readonly title: string;
  readonly isPressed?: boolean;
  /** Once it is done there is nothing to do any more: focus stays with the row. */
  readonly goesAway?: boolean;
  readonly onClick: () => void;
}

function Act({ icon, word, title, isPressed, goesAway, onClick }: ActProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-pressed={isPressed}
      aria-label={`${word}: ${title}`}
      title={word}
      onClick={({ currentTarget }) => {
        if (goesAway) currentTarget.closest<HTMLElement>('.row')?.focus({ preventScroll: true });
        onClick();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}

function copy(text: string): void {
  void navigator.clipboard.writeText(text);
}

function addressOf(path: string): string {
  return new URL(hashOf(path), location.href).href;
}
