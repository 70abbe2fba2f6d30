import { partsOf, settingAt } from '../catalog/index.ts';
import { type ConfigValue, isObject, type Path } from '../hocon/index.ts';
import { maskedText } from './masked.ts';
import { isSecret } from './secret.ts';

const mostParts = 2;

/** What tells an entry of a list from the others, in the words of the entry itself: "bucket · host". Never a secret. */
export function entryLabel(list: Path, entry: ConfigValue, mask: string): string {
  if (!isObject(entry)) return '';
  const path = [...list, 0];
  return tellingNames(list, entry)
    .flatMap((name) => {
      const value = entry.get(name);
      if (typeof value !== 'string' || value === '' || isSecret([...path, name])) return [];
      return [maskedText([...path, name], value, mask)];
    })
    .slice(0, mostParts)
    .join(' · ');
}

/** The parts that the catalog knows in its order; of other lists every member, in the order of the file. */
function tellingNames(list: Path, entry: ReadonlyMap<string, ConfigValue>): readonly string[] {
  const setting = settingAt(list);
  const parts = setting ? partsOf(setting.path) : [];
  if (parts.length === 0) return [...entry.keys()];
  const telling = parts.filter((part) => !part['x-secret'] && part.type !== 'boolean').slice(0, mostParts);
  return telling.map(({ path }) => path.slice(path.lastIndexOf('.') + 1));
}
