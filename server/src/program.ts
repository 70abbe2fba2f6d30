import { contextAddress, documentAddress } from '@clearml-conf/shared';
import type { Express } from 'express';
import { getContext } from './handlers/context.ts';
import { getDocument, putDocument } from './handlers/document.ts';
import { inProduction } from './headers.ts';
import { catchFaults, createApp, type Route, servePage } from './http.ts';
import { loadPage } from './page.ts';
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

/** The built program: gate, API and page. */
export function createProgram(routes: ReadonlyMap<string, Route>, pageFolder: string, sessionKey: string): Express {
  const app = createApp(routes, sessionKey, inProduction);
  servePage(app, loadPage(pageFolder, sessionKey));
  catchFaults(app);
  return app;
}
