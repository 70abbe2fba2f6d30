import type { Problem } from '@clearml-conf/shared';
import { review } from '../../words/review.ts';
import { ProblemList } from '../problems.tsx';

interface Props {
  readonly problems: readonly Problem[];
  readonly onShow: (line: number) => void;
}

/** Says before anything is saved which lines refer to what the changes take away. */
export function Unanswered({ problems, onShow }: Props) {
  if (problems.length === 0) return null;
  return (
    <section className="banner" role="status">
      <h2>{review.unanswered}</h2>
      <p>{review.unansweredBody}</p>
      <ProblemList problems={problems} onShow={onShow} onMend={() => undefined} />
    </section>
  );
}
