import { type SettingProblem, startsWith } from '@clearml-conf/shared';
import { useActs } from '../../desk/desk.ts';
import { useAdvice } from '../../desk/use-advice.ts';
import { focusAfterMending } from '../../fields/focus.ts';
import { AdviceText, FixButton } from '../../fields/row-advice.tsx';
import { removal } from '../../form/advice.ts';
import { stray, strayPath } from '../../words/advice.ts';

interface Props {
  /** Only keys that stand directly in this section; null for all. */
  readonly section: string | null;
}

/** Keys of the file that no row shows, each with what can be done about it. */
export default function StrayKeys({ section }: Props) {
  const all = useAdvice().stray;
  const within = section === null ? all : all.filter(({ path }) => isDirectlyIn(path, section.split('.')));
  if (within.length === 0) return null;
  return (
    <section className="stray" aria-label={stray.title(within.length)}>
      <h2>{stray.title(within.length)}</h2>
      <p className="soft">{stray.body}</p>
      <ul>
        {within.map((problem) => (
          <StrayKey key={strayPath(problem)} problem={problem} />
        ))}
      </ul>
    </section>
  );
}

function isDirectlyIn(path: SettingProblem['path'], section: readonly string[]): boolean {
  return startsWith(path, section) && path.length <= section.length + 1;
}

function StrayKey({ problem }: { readonly problem: SettingProblem }) {
  const acts = useActs();
  const { line } = problem;
  const path = strayPath(problem);
  return (
    <li className="stray-key" data-severity={problem.severity}>
      <code>{path}</code>{' '}
      {line !== undefined && (
        <button type="button" className="link-button" onClick={() => acts.showLine(line)}>
          {stray.line(line)}
        </button>
      )}
      <p>
        <AdviceText problem={problem} />
      </p>
      <p className="stray-acts">
        <FixButton problem={problem} title={path} />
        <button
          type="button"
          className="small-button"
          aria-label={`${stray.takeOut}: ${path}`}
          onClick={({ currentTarget }) => {
            focusAfterMending(currentTarget);
            acts.edit(removal(problem), null);
          }}
        >
          {stray.takeOut}
        </button>
      </p>
    </li>
  );
}
