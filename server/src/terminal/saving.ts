import type { Precondition, Saving, Store } from '../store/store.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Saves as the store does; Ctrl+C and `kill` wait for the end, which is the end of the command anyway. */
export async function saveToTheEnd(store: Store, bytes: Uint8Array, precondition: Precondition): Promise<Saving> {
  const wait = () => undefined;
  for (const signal of signals) process.on(signal, wait);
  try {
    return await store.save(bytes, precondition);
  } finally {
    for (const signal of signals) process.off(signal, wait);
  }
}
