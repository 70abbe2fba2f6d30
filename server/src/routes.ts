import {
  connectionTestAddress,
  contextAddress,
  documentAddress,
  draftAddress,
  historyAddress,
  quitAddress,
  sessionAddress,
  startLinkAddress,
} from '@clearml-conf/shared';
import type { StartLinks } from './door/start-link.ts';
import { postConnectionTest } from './handlers/connection-test.ts';
import { getContext } from './handlers/context.ts';
import { getDocument, putDocument } from './handlers/document.ts';
import { deleteDraft, deleteDrafts, getDraft, getDrafts, putDraft } from './handlers/drafts.ts';
import { deleteHistory, getFormerText, getHistory } from './handlers/history.ts';
import { postQuit } from './handlers/quit.ts';
import { postSession, postStartLink } from './handlers/session.ts';
import type { Route } from './http.ts';
import type { Store } from './store/store.ts';
import type { Surroundings } from './surroundings/surroundings.ts';
import type { ChosenFile } from './surroundings/which-file.ts';

/** What the API answers from. */
export interface Sources {
  readonly store: Store;
  readonly chosen: ChosenFile;
  readonly surroundings: Surroundings;
  readonly sessionKey: string;
  /** Null where no start link is asked for. */
  readonly links: StartLinks | null;
  /** Ends the program. */
  readonly quit: () => void;
}

/** Everything the API answers about one file. */
export function apiRoutes({
  store,
  chosen,
  surroundings,
  sessionKey,
  links,
  quit,
}: Sources): ReadonlyMap<string, Route> {
  return new Map<string, Route>([
    [documentAddress, { get: getDocument(store), put: putDocument(store) }],
    [contextAddress, { get: getContext(store, chosen, surroundings) }],
    [historyAddress, { get: getHistory(store), delete: deleteHistory(store) }],
    [`${historyAddress}/:name`, { get: getFormerText(store) }],
    [draftAddress, { get: getDrafts(store), delete: deleteDrafts(store) }],
    [`${draftAddress}/:name`, { get: getDraft(store), put: putDraft(store), delete: deleteDraft(store) }],
    [connectionTestAddress, { post: postConnectionTest(surroundings) }],
    [quitAddress, { post: postQuit(quit) }],
    [sessionAddress, { post: postSession(links, sessionKey) }],
    [startLinkAddress, { post: postStartLink(links) }],
  ]);
}
