import type { DraftList } from '@clearml-conf/shared';
import { documentType } from '@clearml-conf/shared';
import type { Handler } from '../exchange.ts';
import { jsonAnswer, problemAnswer } from '../exchange.ts';
import type { Store } from '../store/store.ts';
import { done, textAnswer, withRecords } from './with-records.ts';

/** `GET /api/draft`: the unsaved texts of all pages, those that crashed too. */
export function getDrafts(store: Store): Handler {
  return withRecords(store, async ({ drafts }) => {
    const list: DraftList = { drafts: await drafts.list() };
    return jsonAnswer(list);
  });
}

/** `GET /api/draft/:name`: the unsaved text of one page. */
export function getDraft(store: Store): Handler {
  return withRecords(store, async ({ drafts }, { name }) => textAnswer(await drafts.read(name), documentType));
}

/** `PUT /api/draft/:name`: on the disk when it is answered. */
export function putDraft(store: Store): Handler {
  return withRecords(store, async ({ drafts }, { name, body }) =>
    (await drafts.write(name, body)) ? done : problemAnswer(400, 'bad-request'),
  );
}

/** `DELETE /api/draft/:name`: after a save, or when it is not wanted. */
export function deleteDraft(store: Store): Handler {
  return withRecords(store, async ({ drafts }, { name }) => {
    await drafts.remove(name);
    return done;
  });
}

/** `DELETE /api/draft`: those of all pages. */
export function deleteDrafts(store: Store): Handler {
  return withRecords(store, async ({ drafts }) => {
    for (const { page } of await drafts.list()) await drafts.remove(page);
    return done;
  });
}
