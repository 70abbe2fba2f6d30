import { type ConnectionQuery, type ConnectionStep, connectionTestAddress } from '@clearml-conf/shared';
import { tell } from '../session/request.ts';

/** How a test ended, as far as the program itself is concerned. */
export type TestEnd = 'ended' | 'stopped' | 'unreachable';

/** Asks the program to try a connection, and tells each step as it comes. Ending the signal ends the test. */
export async function testConnection(
  query: ConnectionQuery,
  signal: AbortSignal,
  onStep: (step: ConnectionStep) => void,
): Promise<TestEnd> {
  const body = JSON.stringify(query);
  const headers = { 'content-type': 'application/json' };
  const response = await tell(connectionTestAddress, 'POST', { headers, body, signal });
  if (!response?.ok || !response.body) return signal.aborted ? 'stopped' : 'unreachable';
  try {
    for await (const line of linesOf(response.body)) onStep(JSON.parse(line) as ConnectionStep);
    return 'ended';
  } catch {
    return signal.aborted ? 'stopped' : 'unreachable';
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const lines = (rest + decoder.decode(piece.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
  if (rest !== '') yield rest;
}
