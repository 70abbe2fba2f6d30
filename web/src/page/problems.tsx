import type { Change, Problem } from '@clearml-conf/shared';
import { memo } from 'react';
import { visible } from '../diff/hidden-signs.ts';
import {
  mendLabel,
  mendWord,
  placeInWords,
  problemInWords,
  problemsMore,
  problemsUnlisted,
  problemTitle,
} from '../words/problems.ts';

interface Props {
  readonly problems: readonly Problem[];
  readonly onShow: (line: number) => void;
  readonly onMend: (changes: readonly Change[]) => void;
}

/** What keeps ClearML from reading the file, where it is, and how to mend it; below it, what it only misreads. */
export const ProblemPanel = memo(function ProblemPanel({ problems, onShow, onMend }: Props) {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const mend = (changes: readonly Change[]) => {
    onMend(changes);
    // The button goes with its problem; focus must not go with it.
    document.getElementById('settings')?.focus({ preventScroll: true });
  };
  return (
    <>
      {errors.length > 0 && (
        <section className="banner banner-bad" role="alert">
          <h2>{problemTitle}</h2>
          <ProblemList problems={errors} onShow={onShow} onMend={mend} />
        </section>
      )}
      {warnings.length > 0 && (
        <div className="notices">
          <div className="notice">
            <ProblemList problems={warnings} onShow={onShow} onMend={mend} />
          </div>
        </div>
      )}
    </>
  );
});

const mostSeen = 3;
/** What has hundreds is no clearml.conf, and nobody reads them all. */
const mostListed = 50;

/** The first few, and the others one press away: they stand above the settings, which are what people came for. */
export function ProblemList({ problems, onShow, onMend }: Props) {
  const seen = problems.length > mostSeen + 1 ? mostSeen : problems.length;
  const list = (some: readonly Problem[]) => (
    <ul className="problems">
      {some.map((problem) => (
        <ProblemEntry key={`${problem.from}-${problem.code}`} problem={problem} onShow={onShow} onMend={onMend} />
      ))}
    </ul>
  );
  return (
    <div className="problem-list">
      {list(problems.slice(0, seen))}
      {problems.length > seen && (
        <details>
          <summary>{problemsMore(problems.length - seen)}</summary>
          {list(problems.slice(seen, mostListed))}
          {problems.length > mostListed && <p>{problemsUnlisted(problems.length - mostListed)}</p>}
        </details>
      )}
    </div>
  );
}

interface EntryProps extends Omit<Props, 'problems'> {
  readonly problem: Problem;
}

function ProblemEntry({ problem, onShow, onMend }: EntryProps) {
  const { code, subject, line, column, fix } = problem;
  const { what, mend } = problemInWords(code, visible(subject ?? ''));
  return (
    <li>
      <button type="button" className="link-button" onClick={() => onShow(line)}>
        {placeInWords(line, column)}
      </button>{' '}
      {what} {mend}{' '}
      {fix && (
        <button type="button" className="small-button" aria-label={mendLabel(line, column)} onClick={() => onMend(fix)}>
          {mendWord}
        </button>
      )}
    </li>
  );
}
