import type { Answer, Exchange, Handler } from '../exchange.ts';
import { problemAnswer } from '../exchange.ts';
import { faultCode } from '../store/fault.ts';
import type { Records } from '../store/records.ts';
import type { Store } from '../store/store.ts';

/** A handler of what is kept about the file in the state folder. */
export function withRecords(store: Store, answer: (records: Records, exchange: Exchange) => Promise<Answer>): Handler {
  return async (exchange) => {
    const records = await store.records();
    if (!records) return problemAnswer(409, 'no-state-folder');
    try {
      return await answer(records, exchange);
    } catch (error) {
      const code = faultCode(error);
      return problemAnswer(code === 'disk-full' ? 507 : 500, code);
    }
  };
}

export const done: Answer = { status: 204, headers: {}, body: null };

/** A text as it was kept, or that it is not. */
export function textAnswer(bytes: Uint8Array | null, type: string): Answer {
  if (!bytes) return problemAnswer(404, 'no-such-entry');
  return { status: 200, headers: { 'content-type': type }, body: bytes };
}
