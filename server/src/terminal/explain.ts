import type { ConfigValue, Document, Path, Provenance, Setting } from '@clearml-conf/shared';
import {
  formatPath,
  nearestSetting,
  parsePath,
  provenanceOf,
  sectionAt,
  settingAt,
  settingProblems,
  settings,
  tellableVariables,
} from '@clearml-conf/shared';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { layersOf, type OpenedFile, type OpenedFiles, openFiles } from './opened-files.ts';
import type { Outcome } from './outcome.ts';
import { failure, jsonLine, misuse } from './outcome.ts';
import { editing } from './sentences.ts';
import {
  defaultSentence,
  explaining,
  settingProblemSentence,
  useSentences,
  variableSentence,
} from './setting-sentences.ts';
import { shownValue } from './shown-value.ts';

/** Says where the value of an option comes from and what ClearML will use, right here. */
export async function explain(expression: string, file: string | null, surroundings: Surroundings): Promise<Outcome> {
  const parsed = parsePath(expression);
  if (!parsed.ok) return misuse(editing.notAPath(expression));
  const { path } = parsed;
  const setting = settingAt(path);
  if (!setting) return withoutSetting(formatPath(path));
  const opened = await openFiles(file, surroundings);
  if ('exitCode' in opened) return opened;
  return { exitCode: 0, output: `${explanation(setting, path, opened, surroundings).join('\n')}\n` };
}

/** A section, or a path that nothing is known of. */
function withoutSetting(path: string): Outcome {
  if (!sectionAt(path)) return failure(explaining.unknown(path, nearestSetting(path)?.path));
  const inside = settings.filter((setting) => setting.path.startsWith(`${path}.`)).map((setting) => setting.path);
  return { exitCode: 0, output: `${[explaining.section(path), ...inside.map((one) => `  ${one}`)].join('\n')}\n` };
}

function explanation(
  setting: Setting,
  path: Path,
  files: OpenedFiles,
  { environment }: Surroundings,
): readonly string[] {
  const { own } = files;
  const told = tellableVariables(environment);
  const provenance = provenanceOf(setting, path, layersOf(files, environment));
  const shown = (value: ConfigValue = null) => (provenance.drawn ? explaining.secret : shownValue(path, value));
  return [
    explaining.title(formatPath(path), setting.title),
    ...fileLines(provenance, own, shown),
    defaultSentence(provenance, (program) => shownValue(path, provenance.defaults[program] ?? null)),
    ...provenance.variables.map((one) => variableSentence(one, shownText(told.get(one.name)))),
    ...useSentences(provenance, own.name, ({ value }) => shown(value)),
    ...problemLines(own.document, path),
  ];
}

function shownText(text: string | null | undefined): string {
  return text === null || text === undefined ? explaining.secret : jsonLine(text).trimEnd();
}

function fileLines({ files }: Provenance, own: OpenedFile, shown: (value?: ConfigValue) => string): readonly string[] {
  const lines = files.map((reading) => explaining.inFile(reading.name ?? own.name, reading, shown(reading.value)));
  if (files.some(({ name }) => name === null)) return lines;
  return [own.exists ? explaining.notInFile(own.name) : explaining.noFile(own.name), ...lines];
}

function problemLines(document: Document, path: Path): readonly string[] {
  const place = formatPath(path);
  return settingProblems(document)
    .filter((problem) => formatPath(problem.path) === place)
    .map((problem) => explaining.problem(settingProblemSentence(problem)));
}
