/** Ctrl+C, `kill`, and the window of the terminal closing. */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `answer` for every signal that asks this process to stop, in place of its end: also for a second one, which would
 * else stop it in the middle of what the first one waits for. Returns what takes this back.
 */
export function onStopSignal(answer: () => void): () => void {
  for (const signal of stopSignals) process.on(signal, answer);
  return () => {
    for (const signal of stopSignals) process.off(signal, answer);
  };
}
