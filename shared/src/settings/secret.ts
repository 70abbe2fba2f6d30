import { sectionAt, settingAt, settings } from '../catalog/index.ts';
import type { Path } from '../hocon/index.ts';
import { isSecretName } from './secret-name.ts';

const secretSettings = settings.filter((setting) => setting['x-secret']);

/** Whether everything at and below this very step is secret; its ancestors are not looked at. */
export function isSecretStep(path: Path): boolean {
  const setting = settingAt(path);
  if (setting?.['x-secret']) return true;
  if (setting && !setting.path.endsWith('*')) return false;
  const name = path.at(-1);
  return typeof name === 'string' && sectionAt(path.join('.')) === undefined && isSecretName(name);
}

/** Whether any key of the object at this path has a secret value: so it is in `environment`. */
export function hasSecretKeys(path: Path): boolean {
  const anyKey = settingAt([...path, 'ANY']);
  return anyKey?.path.endsWith('*') === true && anyKey['x-secret'] === true;
}

function holdsSecret(path: Path): boolean {
  const place = settingAt(path)?.path ?? path.join('.');
  return secretSettings.some((setting) => setting.path.startsWith(`${place}.`) || setting.path.startsWith(`${place}[`));
}

/** Whether the value at this path is a secret or has one inside, by what the catalog says or else by the names. */
export function isSecret(path: Path): boolean {
  return holdsSecret(path) || path.some((_, place) => isSecretStep(path.slice(0, place + 1)));
}
