import { contextAddress, documentAddress } from '@clearml-conf/shared';
import { getContext } from './handlers/context.ts';
import { getDocument, putDocument } from './handlers/document.ts';
import type { Route } from './http.ts';
import type { Store } from './store/store.ts';
import type { Surroundings } from './surroundings.ts';
import type { ChosenFile } from './which-file.ts';

/** Everything the API answers about one file. */
export function apiRoutes(store: Store, chosen: ChosenFile, surroundings: Surroundings): ReadonlyMap<string, Route> {
  return new Map<string, Route>([
    [documentAddress, { get: getDocument(store), put: putDocument(store) }],
    [contextAddress, { get: getContext(store, chosen, surroundings) }],
  ]);
}
