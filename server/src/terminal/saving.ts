import { onStopSignal } from '../stop-signals.ts';
import type { Precondition, Saving, Store } from '../store/store.ts';

/** Saves as the store does; whoever stops the command waits for the end, which is the end of the command anyway. */
export async function saveToTheEnd(store: Store, bytes: Uint8Array, precondition: Precondition): Promise<Saving> {
  const waitNoMore = onStopSignal(() => undefined);
  try {
    return await store.save(bytes, precondition);
  } finally {
    waitNoMore();
  }
}
