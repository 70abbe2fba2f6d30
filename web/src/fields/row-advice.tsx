import { formatPath, type Setting, type SettingProblem } from '@clearml-conf/shared';
import { useActs } from '../desk/desk.ts';
import { removal } from '../form/advice.ts';
import { blockOfRow, rowPathOf } from '../form/blocks.ts';
import { hashOf } from '../route/route.ts';
import { adviceInWords, fixInWords } from '../words/advice.ts';
import { focusAfterMending } from './focus.ts';

interface Props {
  readonly setting: Setting;
  readonly problems: readonly SettingProblem[];
}

/** What a person should know about the value in a row, each with the button that mends it. */
export function RowAdvice({ setting, problems }: Props) {
  return (
    <ul className="row-advice">
      {problems.map((problem) => (
        <li key={`${problem.code} ${formatPath(problem.path)}`} className="advice" data-severity={problem.severity}>
          <AdviceText problem={problem} /> <FixButton problem={problem} title={setting.title} />
        </li>
      ))}
    </ul>
  );
}

/** The sentence, in which the option it names is a link. */
export function AdviceText({ problem }: { readonly problem: SettingProblem }) {
  const words = adviceInWords(problem);
  const { subject = '' } = problem;
  const target = subject === '' ? '' : rowPathOf(subject.replaceAll('[]', '').split('.'));
  const at = words.indexOf(subject);
  if (at < 0 || !blockOfRow(target)) return <span>{words}</span>;
  return (
    <span>
      {words.slice(0, at)}
      <a href={hashOf(target)}>
        <code>{subject}</code>
      </a>
      {words.slice(at + subject.length)}
    </span>
  );
}

interface FixProps {
  readonly problem: SettingProblem;
  readonly title: string;
}

/** Mends it with one press, if there is a way that is hardly wrong. */
export function FixButton({ problem, title }: FixProps) {
  const acts = useActs();
  const fix = problem.fix ?? (problem.code === 'unread' ? removal(problem) : null);
  if (!fix) return null;
  const word = fixInWords(problem);
  return (
    <button
      type="button"
      className="small-button"
      aria-label={`${word}: ${title}`}
      onClick={({ currentTarget }) => {
        focusAfterMending(currentTarget);
        acts.edit(fix, null);
      }}
    >
      {word}
    </button>
  );
}
