import { isSecret, type Reading, type Setting } from '@clearml-conf/shared';
import { memo } from 'react';
import { mask } from '../../diff/paint.ts';
import { RowExtra } from '../../fields/row-extra.tsx';
import { search } from '../../words/search.ts';
import { defaultInWords } from '../../words/settings.ts';
import { valueInWords } from '../../words/values.ts';

interface Props {
  readonly setting: Setting;
  /** Why it was found, where its own words do not show it. */
  readonly why: string;
  readonly reading: Reading | undefined;
  readonly isChanged: boolean;
  /** Whether people ask for what is worth a look: then it is said. */
  readonly isAdvised: boolean;
  readonly onOpen: (path: string) => void;
}

/** A setting that was found, as it stands; a press opens it for editing. */
export const HitRow = memo(function HitRow({ setting, why, reading, isChanged, isAdvised, onOpen }: Props) {
  const { path, title, description } = setting;
  const at = path.lastIndexOf('.') + 1;
  const state = isChanged ? 'changed' : (reading?.state ?? 'unset') === 'unset' ? 'unset' : 'set';
  return (
    <article className="row hit" data-hit={path} data-state={state}>
      <span className="row-mark row-mark-none" aria-hidden="true">
        {reading?.line ?? '·'}
      </span>
      <div className="row-text">
        <button type="button" className="hit-open" aria-label={search.open(title)} onClick={() => onOpen(path)}>
          <span className="row-title">{title}</span>
        </button>
        <code className="row-path" title={path}>
          <span className="hidden">{path.slice(0, at)}</span>
          {path.slice(at)}
        </code>
        <p className="row-help">
          <HitWhy why={why} /> {description}
        </p>
      </div>
      <div className="row-control hit-value">{valueOfHit(setting, reading)}</div>
      {isAdvised && <RowExtra setting={setting} isExplained={false} />}
    </article>
  );
});

function HitWhy({ why }: Pick<Props, 'why'>) {
  return why === '' ? null : <span className="hit-why">{why}</span>;
}

function valueOfHit(setting: Setting, reading: Reading | undefined): string {
  const path = setting.path.split('.');
  if (reading === undefined || reading.state === 'unset') {
    const preset = defaultInWords(setting);
    return preset === null ? search.notInFile : search.default(preset);
  }
  if (reading.drawn || (isSecret(path) && setting.type !== 'array')) return mask;
  return reading.value === undefined ? '' : valueInWords(path, reading.value);
}
