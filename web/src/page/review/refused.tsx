import type { ProblemPlace } from '@clearml-conf/shared';
import { useEffect, useRef } from 'react';
import { placeInWords, problemInWords } from '../../words/problems.ts';
import { refused } from '../../words/review.ts';

interface Props {
  readonly problems: readonly ProblemPlace[];
  readonly onAnyway: () => void;
  readonly onBack: () => void;
}

/** Asks a second time before a text is saved that ClearML could not read. */
export function RefusedBanner({ problems, onAnyway, onBack }: Props) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <section className="banner banner-bad" role="alert">
      <h2>{refused.title}</h2>
      <p>{refused.body}</p>
      <ul className="problems">
        {problems.slice(0, 5).map(({ code, line, column }) => (
          <li key={`${line}-${column}-${code}`}>
            <strong>{placeInWords(line, column)}</strong> {problemInWords(code).what} {problemInWords(code).mend}
          </li>
        ))}
      </ul>
      <div className="banner-acts">
        <button type="button" className="primary" ref={back} onClick={onBack}>
          {refused.back}
        </button>
        <button type="button" className="danger-button" onClick={onAnyway}>
          {refused.anyway}
        </button>
      </div>
    </section>
  );
}
