import { answersOf, type FileReading, provenanceOf, type Setting, type VariableReading } from '@clearml-conf/shared';
import { type ReactNode, useMemo } from 'react';
import { useActs, useDesk } from '../desk/desk.ts';
import { useAround } from '../desk/use-around.ts';
import {
  answerInWords,
  defaultsInWords,
  generalForm,
  place,
  readersInWords,
  variableInWords,
  provenance as words,
} from '../words/provenance.ts';
import { valueInWords } from '../words/values.ts';

/** What ClearML will use of a setting, why, and everything that has a say in it, the strongest first. */
export default function RowExplained({ setting }: { readonly setting: Setting }) {
  const { document } = useDesk().derived.now;
  const around = useAround();
  const found = useMemo(
    () => provenanceOf(setting, setting.path.split('.'), { document, ...around }),
    [setting, document, around],
  );
  const answers = answersOf(found);
  const isOwn = found.files.some(({ name }) => name === null);
  return (
    <div className="row-explained" role="note">
      {answers.map((answer) => (
        <p key={answer.programs.join()} className="explained-use">
          {answerInWords(answer, found)}
        </p>
      ))}
      <p>{readersInWords(setting)}</p>
      <dl className="layers">
        {byStrength(found.variables).map((variable) => (
          <Layer key={variable.name} name={<code>{variable.name}</code>}>
            {variableInWords(variable, found.path)}
          </Layer>
        ))}
        {!isOwn && <Layer name={words.thisFile}>{words.notInFile}</Layer>}
        {found.files.map((file) => (
          <Layer key={file.name ?? ''} name={file.name === null ? words.thisFile : <code>{file.name}</code>}>
            <InFile file={file} isSecret={found.secret} path={setting.path.split('.')} />
          </Layer>
        ))}
        <Layer name={words.default}>{defaultsInWords(found)}</Layer>
      </dl>
      <Unset setting={setting} set={found.variables.map(({ name }) => name)} />
      <p className="soft">{words.environment}</p>
    </div>
  );
}

function Layer({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="layer">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const strength: Readonly<Record<VariableReading['form'], number>> = { token: 0, own: 1, general: 2 };

function byStrength(variables: readonly VariableReading[]): readonly VariableReading[] {
  return variables.toSorted((one, other) => strength[one.form] - strength[other.form]);
}

interface InFileProps {
  readonly file: FileReading;
  readonly isSecret: boolean;
  readonly path: readonly string[];
}

function InFile({ file, isSecret, path }: InFileProps) {
  const { showLine } = useActs();
  const { line, name, state, value } = file;
  const told =
    state === 'cut-off' ? words.cutOff : isSecret || value === undefined ? words.secret : valueInWords(path, value);
  return (
    <>
      {told}
      {state === 'misfit' && `, ${words.misfit}`}
      {line !== undefined && ', '}
      {line !== undefined && name !== null && place({ name, line })}
      {line !== undefined && name === null && (
        <button type="button" className="link-button" onClick={() => showLine(line)}>
          {place({ name, line })}
        </button>
      )}
    </>
  );
}

/** The variables that would have a say, if somebody set them. */
function Unset({ setting, set }: { readonly setting: Setting; readonly set: readonly string[] }) {
  const reader = setting['x-read-by'];
  const general = reader === 'agent' || reader === 'both' ? generalForm(setting.path) : null;
  const names = [...(setting['x-env'] ?? []), ...(general === null ? [] : [general])].filter(
    (name) => !set.includes(name),
  );
  if (names.length === 0) return null;
  return (
    <p className="soft">
      {words.couldSet}:{' '}
      {names.map((name, at) => (
        <span key={name}>
          {at > 0 && ', '}
          <code>{name}</code>
        </span>
      ))}
    </p>
  );
}
