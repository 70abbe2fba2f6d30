import type { MergedFile } from '@clearml-conf/shared';
import { decode, parse, withoutSecrets } from '@clearml-conf/shared';
import { computerDisk } from '../store/disk.ts';
import { createStore } from '../store/store.ts';
import { ownRecords } from './state-folder.ts';
import type { Surroundings } from './surroundings.ts';
import { type ChosenFile, otherFiles } from './which-file.ts';

/** The files that ClearML merges below the chosen one, with what may be told of them. */
export async function mergedFiles(chosen: ChosenFile, surroundings: Surroundings): Promise<readonly MergedFile[]> {
  const paths = otherFiles(chosen, surroundings).filter(surroundings.exists);
  return Promise.all(paths.map(async (path) => ({ path, text: await tellableText(path, surroundings) })));
}

/** The text without its secrets; null where it cannot be read. */
async function tellableText(path: string, surroundings: Surroundings): Promise<string | null> {
  const opening = await createStore(path, computerDisk, ownRecords(surroundings)).open();
  if (opening.kind !== 'document') return null;
  const decoding = decode(opening.bytes);
  return decoding.ok ? withoutSecrets(parse(decoding.text)) : null;
}
