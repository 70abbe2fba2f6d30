import {
  type ConfigValue,
  formatPath,
  type Path,
  resolutionOf,
  type SettingChange,
  samePath,
} from '@clearml-conf/shared';
import { useMemo } from 'react';
import { type Desk, dropPathIn } from '../../desk/desk.ts';
import { blockOfRow, rowPathOf } from '../../form/blocks.ts';
import { Icon } from '../../icon/icon.tsx';
import { hashOf } from '../../route/route.ts';
import {
  changePath,
  changeTitle,
  type EntryWords,
  effectInWords,
  entriesInWords,
  entryInWords,
  followsInWords,
  sideInWords,
} from '../../words/changes.ts';
import { review } from '../../words/review.ts';

interface ListProps {
  readonly desk: Desk;
  /** Whether ClearML can read the text: else it will use nothing of it. */
  readonly isReadable: boolean;
  readonly onDrop: (path: Path) => void;
  readonly onGo: (setting: string) => void;
}

/** What changes, setting by setting, and apart from it what only follows. */
export function ChangeList({ desk, isReadable, onDrop, onGo }: ListProps) {
  const { changes, following, file, now } = desk.derived;
  const roots = useMemo(
    () => ({ file: resolutionOf(file.document).value, now: resolutionOf(now.document).value }),
    [file, now],
  );
  if (changes.length === 0) return null;
  const root = ({ kind }: SettingChange) => (kind === 'removed' ? roots.file : roots.now);
  return (
    <>
      <ul className="changes" aria-label={review.listTitle}>
        {changes.map((change) => (
          <Change
            key={formatPath(change.path)}
            change={change}
            root={root(change)}
            effect={isReadable ? effectInWords(change, desk.overrides.get(rowPathOf(change.path))) : null}
            dropPath={dropPathIn(desk, change.path)}
            onDrop={onDrop}
            onGo={onGo}
          />
        ))}
      </ul>
      {following.length > 0 && (
        <section className="following">
          <h2>{review.followsTitle(following.length)}</h2>
          <ul className="changes" aria-label={review.followsTitle(following.length)}>
            {following.map((change) => (
              <Change
                key={formatPath(change.path)}
                change={change}
                root={root(change)}
                effect={followsInWords(change)}
                dropPath={null}
                onDrop={onDrop}
                onGo={onGo}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface ChangeProps {
  readonly change: SettingChange;
  /** What the changed text says, or the former one where the change takes something out. */
  readonly root: ConfigValue;
  readonly effect: string | null;
  readonly dropPath: Path | null;
  readonly onDrop: (path: Path) => void;
  readonly onGo: (setting: string) => void;
}

function Change({ change, root, effect, dropPath, onDrop, onGo }: ChangeProps) {
  const entry = entryInWords(change, root);
  const title = changeTitle(change);
  const whole = entry === null ? title : `${title}, ${entry}`;
  const isWhole = dropPath !== null && samePath(dropPath, change.path) && !change.entries;
  const dropWord = isWhole ? review.drop : review.dropList;
  return (
    <li className="change" data-kind={change.follows ? 'follows' : change.kind}>
      <div className="change-name">
        <Title change={change} title={title} onGo={onGo} />
        {entry !== null && <span className="change-entry">{entry}</span>}
        <code>{changePath(change)}</code>
      </div>
      <div className="change-values">
        <ChangeSides change={change} />
        <Entries entries={entriesInWords(change)} />
      </div>
      {effect !== null && <p className="change-effect">{effect}</p>}
      {dropPath && (
        <button
          type="button"
          className="icon-button change-drop"
          aria-label={`${dropWord}: ${whole}`}
          title={dropWord}
          onClick={() => onDrop(dropPath)}
        >
          <Icon name="undo" />
        </button>
      )}
    </li>
  );
}

/** Old and new; what is not there is said, and neither struck out nor put in. */
export function ChangeSides({ change }: { readonly change: SettingChange }) {
  const [before, after] = [sideInWords(change, 'before'), sideInWords(change, 'after')];
  return (
    <>
      {change.before === undefined ? <span className="soft">{before}</span> : <del>{before}</del>}{' '}
      <span aria-hidden="true">→</span>{' '}
      {change.after === undefined ? <span className="soft">{after}</span> : <ins>{after}</ins>}
    </>
  );
}

interface TitleProps {
  readonly change: SettingChange;
  readonly title: string;
  readonly onGo: (setting: string) => void;
}

/** The title; it leads to the row of the setting, if there is one. */
function Title({ change, title, onGo }: TitleProps) {
  const setting = rowPathOf(change.path);
  if (!blockOfRow(setting)) return <span className="change-title">{title}</span>;
  return (
    <a className="change-title" href={hashOf(setting)} onClick={() => onGo(setting)}>
      {title}
    </a>
  );
}

function Entries({ entries }: { readonly entries: readonly EntryWords[] }) {
  if (entries.length === 0) return null;
  return (
    <ul className="change-entries">
      {entries.map(({ what, which, parts }) => (
        <li key={`${which} ${what}`}>
          <strong>{which}</strong> <span className="change-what">{what}</span>
          {parts.map((part) => (
            <span className="change-part" key={part}>
              {part}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
