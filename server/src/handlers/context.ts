import type { DocumentContext, DocumentFile, FileReason, SetVariable } from '@clearml-conf/shared';
import { tellableVariables } from '@clearml-conf/shared';
import type { Handler } from '../exchange.ts';
import { jsonAnswer } from '../exchange.ts';
import type { Opening, Store } from '../store/store.ts';
import { mergedFiles } from '../surroundings/merged-files.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { trackedIn } from '../surroundings/tracked.ts';
import type { ChosenFile } from '../surroundings/which-file.ts';
import { clearmlReads } from '../surroundings/which-file.ts';

/** `GET /api/context`: which file, why this one, and what else decides what ClearML does. */
export function getContext(store: Store, chosen: ChosenFile, surroundings: Surroundings): Handler {
  return async () => {
    const { environment, versions } = surroundings;
    const context: DocumentContext = {
      file: await withRepository(fileOf(chosen.path, chosen.reason, await store.open())),
      clearmlReads: clearmlReads(surroundings),
      alsoMerged: await mergedFiles(chosen, surroundings),
      environment: toldOf(environment),
      variables: [...environment.keys()].sort(),
      versions,
    };
    return jsonAnswer(context);
  };
}

/** The variables that have to do with settings; values that hold a secret stay here. */
function toldOf(environment: ReadonlyMap<string, string>): readonly SetVariable[] {
  return [...tellableVariables(environment)].map(([name, value]) => ({ name, value }));
}

type Untracked = Omit<DocumentFile, 'tracked'>;

/** The bytes lie at the target of a link; the link itself says nothing of them. */
async function withRepository(file: Untracked): Promise<DocumentFile> {
  return { ...file, tracked: file.exists ? await trackedIn(file.target ?? file.path) : null };
}

function fileOf(path: string, reason: FileReason, opening: Opening): Untracked {
  const refused = { target: null, exists: true, mode: null, readOnly: null };
  if (opening.kind === 'refused') return { path, reason, ...refused, problem: opening.code };
  const { place, readOnly } = opening;
  return {
    path,
    reason,
    target: place?.linked ? place.target : null,
    exists: opening.kind === 'document',
    mode: process.platform === 'win32' || !place?.entry ? null : place.entry.mode.toString(8),
    problem: null,
    readOnly,
  };
}
