import type { HistoryList } from '@clearml-conf/shared';
import { documentType } from '@clearml-conf/shared';
import type { Handler } from '../exchange.ts';
import { jsonAnswer } from '../exchange.ts';
import type { Store } from '../store/store.ts';
import { done, textAnswer, withRecords } from './with-records.ts';

/** `GET /api/history`: when the file was saved, the newest first. */
export function getHistory(store: Store): Handler {
  return withRecords(store, async ({ history }) => {
    const list: HistoryList = { entries: await history.list() };
    return jsonAnswer(list);
  });
}

/** `GET /api/history/:name`: the text as it was before that save. */
export function getFormerText(store: Store): Handler {
  return withRecords(store, async ({ history }, { name }) => textAnswer(await history.read(name), documentType));
}

/** `DELETE /api/history`: all former texts of this file. */
export function deleteHistory(store: Store): Handler {
  return withRecords(store, async ({ history }) => {
    await history.clear();
    return done;
  });
}
