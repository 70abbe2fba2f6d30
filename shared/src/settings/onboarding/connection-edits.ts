import type { Edit } from '../../hocon/index.ts';
import { connectionSettings, type PastedSetting } from './paste.ts';

/** How a new file begins; the settings follow. */
export const firstFile = '# The keys come from the ClearML web page: Settings, Workspace, Create new credentials.\n';

/** The edits that bring the settings into a file, in the order in which a new one shows them. */
export function connectionEdits(settings: readonly Pick<PastedSetting, 'path' | 'value'>[]): readonly Edit[] {
  const place = ({ path }: Pick<PastedSetting, 'path'>) => {
    const at = connectionSettings.indexOf(path.join('.'));
    return at < 0 ? connectionSettings.length : at;
  };
  return settings
    .toSorted((one, other) => place(one) - place(other))
    .map(({ path, value }) => ({ op: 'set', path, value }));
}
