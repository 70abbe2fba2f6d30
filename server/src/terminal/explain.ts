import type { Document, Path, Provenance, Setting, SettingsFile } from '@clearml-conf/shared';
import {
  formatPath,
  nearestSetting,
  parse,
  parsePath,
  provenanceOf,
  sectionAt,
  settingAt,
  settingProblems,
  settings,
  tellableVariables,
} from '@clearml-conf/shared';
import type { Surroundings } from '../surroundings.ts';
import { otherFiles, whichFile } from '../which-file.ts';
import { localIncludes } from './includes.ts';
import { openText } from './opened-text.ts';
import type { Outcome } from './outcome.ts';
import { failure, jsonLine, misuse } from './outcome.ts';
import { editing, placedSentence, problemSentence } from './sentences.ts';
import {
  defaultSentence,
  explaining,
  settingProblemSentence,
  useSentences,
  variableSentence,
} from './setting-sentences.ts';
import { shownValue } from './shown-value.ts';

interface OpenedFile extends SettingsFile {
  readonly exists: boolean;
}

/** Says where the value of an option comes from and what ClearML will use, right here. */
export async function explain(expression: string, file: string | null, surroundings: Surroundings): Promise<Outcome> {
  const parsed = parsePath(expression);
  if (!parsed.ok) return misuse(editing.notAPath(expression));
  const { path } = parsed;
  const setting = settingAt(path);
  if (!setting) return withoutSetting(formatPath(path));
  const chosen = whichFile(file, surroundings);
  const own = await openFile(file ?? chosen.path, surroundings);
  if ('exitCode' in own) return own;
  const below: SettingsFile[] = [];
  for (const name of otherFiles(chosen, surroundings).filter(surroundings.exists)) {
    const opened = await openFile(name, surroundings);
    if ('exitCode' in opened) return opened;
    below.push(opened);
  }
  return { exitCode: 0, output: `${explanation(setting, path, own, below, chosen.path, surroundings).join('\n')}\n` };
}

/** A section, or a path that nothing is known of. */
function withoutSetting(path: string): Outcome {
  if (!sectionAt(path)) return failure(explaining.unknown(path, nearestSetting(path)?.path));
  const inside = settings.filter((setting) => setting.path.startsWith(`${path}.`)).map((setting) => setting.path);
  return { exitCode: 0, output: `${[explaining.section(path), ...inside.map((one) => `  ${one}`)].join('\n')}\n` };
}

/** ClearML refuses them all if it cannot read one; a file that is not there is an empty one. */
async function openFile(name: string, surroundings: Surroundings): Promise<OpenedFile | Outcome> {
  const opened = await openText(name, surroundings);
  if (!opened.ok)
    return opened.code === 'no-file' ? { name, document: parse(''), exists: false } : failure(opened.sentence);
  const document = parse(opened.text);
  const [error] = document.problems.filter(({ severity }) => severity === 'error');
  return error ? failure(placedSentence(name, error, problemSentence(error))) : { name, document, exists: true };
}

function explanation(
  setting: Setting,
  path: Path,
  own: OpenedFile,
  below: readonly SettingsFile[],
  full: string,
  { environment }: Surroundings,
): readonly string[] {
  const sources = { environment, include: localIncludes(full) };
  const told = tellableVariables(environment);
  const provenance = provenanceOf(setting, path, { document: own.document, below, environment, sources });
  return [
    explaining.title(formatPath(path), setting.title),
    ...fileLines(provenance, own),
    defaultSentence(provenance, (program) => shownValue(path, provenance.defaults[program] ?? null)),
    ...provenance.variables.map((one) => variableSentence(one, shownText(told.get(one.name)))),
    ...useSentences(provenance, own.name, ({ value }) => shownValue(path, value ?? null)),
    ...problemLines(own.document, path),
  ];
}

function shownText(text: string | null | undefined): string {
  return text === null || text === undefined ? explaining.secret : jsonLine(text).trimEnd();
}

function fileLines({ files, path }: Provenance, own: OpenedFile): readonly string[] {
  const lines = files.map((reading) =>
    explaining.inFile(reading.name ?? own.name, reading, shownValue(path, reading.value ?? null)),
  );
  if (files.some(({ name }) => name === null)) return lines;
  return [own.exists ? explaining.notInFile(own.name) : explaining.noFile(own.name), ...lines];
}

function problemLines(document: Document, path: Path): readonly string[] {
  const place = formatPath(path);
  return settingProblems(document)
    .filter((problem) => formatPath(problem.path) === place)
    .map((problem) => explaining.problem(settingProblemSentence(problem)));
}
