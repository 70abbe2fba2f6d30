import { isSecret, type Reading } from '@clearml-conf/shared';
import { memo } from 'react';
import { mask } from '../diff/paint.ts';
import type { Hit } from '../search/find.ts';
import { matchInWords, search } from '../words/search.ts';
import { defaultInWords } from '../words/settings.ts';
import { valueInWords } from '../words/values.ts';

interface Props {
  readonly hit: Hit;
  readonly reading: Reading | undefined;
  readonly isChanged: boolean;
  readonly onOpen: (path: string) => void;
}

/** A setting that was found, as it stands; a press opens it for editing. */
export const HitRow = memo(function HitRow({ hit, reading, isChanged, onOpen }: Props) {
  const { setting } = hit;
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
          <HitWhy hit={hit} /> {description}
        </p>
      </div>
      <div className="row-control hit-value">{valueOfHit(hit, reading)}</div>
    </article>
  );
});

/** Why it was found, where its own words do not show it. */
export function HitWhy({ hit }: { readonly hit: Hit }) {
  const reasons = new Set(hit.matches.flatMap((match) => matchInWords(match) ?? []));
  return reasons.size === 0 ? null : <span className="hit-why">{[...reasons].join(', ')}</span>;
}

function valueOfHit({ setting }: Hit, reading: Reading | undefined): string {
  const path = setting.path.split('.');
  if (reading === undefined || reading.state === 'unset') {
    const preset = defaultInWords(setting);
    return preset === null ? search.notInFile : search.default(preset);
  }
  if (isSecret(path) && setting.type !== 'array') return mask;
  return reading.value === undefined ? '' : valueInWords(path, reading.value);
}
