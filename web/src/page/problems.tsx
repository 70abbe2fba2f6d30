import type { Problem } from '@clearml-conf/shared';
import { memo } from 'react';
import { visible } from '../diff/paint.ts';
import { placeInWords, problemInWords, problemTitle } from '../words/problems.ts';

interface Props {
  readonly problems: readonly Problem[];
  readonly onShow: (line: number) => void;
}

/** What keeps ClearML from reading the file, where it is, and how to mend it; below it, what it only misreads. */
export const ProblemPanel = memo(function ProblemPanel({ problems, onShow }: Props) {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {errors.length > 0 && (
        <section className="banner banner-bad" role="alert">
          <h2>{problemTitle}</h2>
          <ProblemList problems={errors.slice(0, 5)} onShow={onShow} />
        </section>
      )}
      {warnings.length > 0 && (
        <div className="notices">
          <div className="notice">
            <ProblemList problems={warnings.slice(0, 5)} onShow={onShow} />
          </div>
        </div>
      )}
    </>
  );
});

function ProblemList({ problems, onShow }: Props) {
  return (
    <ul className="problems">
      {problems.map((problem) => (
        <ProblemEntry key={`${problem.from}-${problem.code}`} problem={problem} onShow={onShow} />
      ))}
    </ul>
  );
}

function ProblemEntry({ problem, onShow }: { readonly problem: Problem; readonly onShow: (line: number) => void }) {
  const { what, mend } = problemInWords(problem.code, visible(problem.subject ?? ''));
  return (
    <li>
      <button type="button" className="link-button" onClick={() => onShow(problem.line)}>
        {placeInWords(problem.line, problem.column)}
      </button>{' '}
      {what} {mend}
    </li>
  );
}
