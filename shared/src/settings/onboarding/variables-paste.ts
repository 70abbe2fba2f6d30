import { type Setting, settings } from '../../catalog/index.ts';
import type { ConfigValue } from '../../hocon/index.ts';
import { valueOfText } from '../provenance/variable-text.ts';
import { programsOf } from '../provenance/variables.ts';
import { type Assignment, assignmentsIn } from './assignments.ts';
import type { Attempt, Finding, PasteForm } from './paste.ts';
import { connectionSettings } from './paste.ts';
import { isKey, isPlaceholder, isPlausible, seen } from './placeholder.ts';
import { restLines } from './rest.ts';

const settingByVariable = new Map(
  settings
    .filter(({ path }) => !path.includes('[]'))
    .flatMap((setting) => (setting['x-env'] ?? []).map((name) => [name, setting] as const)),
);

/** Reads the environment variables that a paste sets. */
export function variablesPaste(text: string, mask: string): Attempt {
  const known = assignmentsIn(text).filter(({ name }) => settingByVariable.has(name));
  const findings = known.flatMap(findingOf);
  return {
    form: formOf(known),
    findings,
    rest: restLines(
      text,
      findings.map(({ range }) => range),
      mask,
    ),
    isSound: findings.length > 0,
  };
}

function findingOf(assignment: Assignment): readonly Finding[] {
  const setting = settingByVariable.get(assignment.name);
  const { value: text, isCut, isComputed, from, to } = assignment;
  if (!setting) return [];
  const found = { setting: setting.path, range: { from, to }, value: seen(text) };
  if (connectionSettings.includes(setting.path)) {
    if (isKey(setting.path) && isCut) return [{ ...found, trouble: 'cut-off' }];
    if (isComputed || isPlaceholder(text)) return isKey(setting.path) ? [{ ...found, trouble: 'placeholder' }] : [];
    return isPlausible(setting.path, found.value) ? [found] : [];
  }
  const value = isComputed || text.trim() === '' ? undefined : valueIn(setting, text);
  return value === undefined ? [] : [{ ...found, value }];
}

function valueIn(setting: Setting, text: string): ConfigValue | undefined {
  return valueOfText(text, setting['x-env-parse'] ?? 'text', programsOf(setting)[0] ?? 'sdk');
}

/** What most of them are written in. */
function formOf(assignments: readonly Assignment[]): PasteForm {
  const counts = new Map<PasteForm, number>();
  for (const { form } of assignments) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 'variables';
}
