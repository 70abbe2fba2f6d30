import { settings } from '../../catalog/index.ts';
import { parse } from '../../hocon/index.ts';
import { isSecret } from '../secret.ts';
import { secretRanges } from '../secret-ranges.ts';
import { generalPrefix, placeOf, token } from './variables.ts';

const owners = new Map(
  settings.flatMap(({ path, ...setting }) => (setting['x-env'] ?? []).map((name) => [name, path])),
);

/**
 * The variables that have to do with settings, by name. A value that is secret, or has a secret in it, is null: such a
 * map may leave the computer's own memory.
 */
export function tellableVariables(environment: ReadonlyMap<string, string>): ReadonlyMap<string, string | null> {
  const told = new Map<string, string | null>();
  for (const [name, text] of environment) {
    const path = pathFor(name);
    if (path) told.set(name, mayTell(path, text) ? text : null);
    if (name === token && text.trim() !== '') told.set(name, null);
  }
  return told;
}

function pathFor(name: string): readonly string[] | null {
  if (name.startsWith(generalPrefix) && name.length > generalPrefix.length) return placeOf(name);
  return owners.get(name)?.replaceAll('[]', '').split('.') ?? null;
}

/** Empty text is no secret: it means that the variable does not count. The agent may read the text as HOCON. */
function mayTell(path: readonly string[], text: string): boolean {
  if (text.trim() === '') return true;
  if (isSecret(path)) return false;
  const readings = [JSON.stringify(text), text].map((value) => parse(`${path.join('.')}: ${value}`));
  return readings.every((document) => secretRanges(document).length === 0);
}
