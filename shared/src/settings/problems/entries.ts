import { partsOf } from '../../catalog/index.ts';
import type { Resolved } from '../../hocon/index.ts';
import { isFilled, isTold } from './found.ts';
import { type Found, problemAt, type SettingProblem } from './problem.ts';

const amazon = 'sdk.aws.s3.credentials';

/** Entries of lists of objects that ClearML drops or cannot read. */
export function entryProblems(all: readonly Found[]): readonly SettingProblem[] {
  return all.flatMap((found) => {
    const list = listOf(found);
    if (list === null || !found.resolved.members) return [];
    return [...missingParts(found, list), ...(list === amazon ? amazonProblems(found) : [])];
  });
}

/** The dotted path of the list of which something is an entry. */
function listOf({ path, place }: Found): string | null {
  return typeof path.at(-1) === 'number' && place?.path.endsWith('[]') ? place.path.slice(0, -2) : null;
}

function missingParts(found: Found, list: string): readonly SettingProblem[] {
  const { members } = found.resolved;
  return partsOf(list)
    .filter((part) => part['x-required'])
    .map((part) => part.path.slice(list.length + 3))
    .filter((name) => !members?.has(name))
    .map((subject) => problemAt(found, 'missing-part', 'error', { subject }));
}

function amazonProblems(found: Found): readonly SettingProblem[] {
  const { members } = found.resolved;
  const has = (name: string): boolean => isGiven(members?.get(name));
  const chain = members?.get('use_credentials_chain');
  const hasKeys = (has('key') && has('secret')) || (chain !== undefined && (!isTold(chain) || chain.value === true));
  const isEmpty = ![...(members?.values() ?? [])].some(isGiven);
  const host = members?.get('host')?.value;
  return [
    ...(hasKeys || isEmpty ? [] : [problemAt(found, 'entry-without-keys', 'warning')]),
    ...(typeof host === 'string' && /^[a-z]+:\/\//i.test(host) ? [schemeInHost(found, host)] : []),
  ];
}

function isGiven(part: Resolved | undefined): boolean {
  return part !== undefined && (!isTold(part) || isFilled(part));
}

function schemeInHost({ path, line, resolved }: Found, host: string): SettingProblem {
  const at = { path: [...path, 'host'], ...(line !== undefined && { line }) };
  const value = host.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, '');
  return problemAt(
    at,
    'scheme-in-host',
    'warning',
    resolved.computed ? {} : { fix: [{ op: 'set', path: at.path, value }] },
  );
}
