import { documentType, sessionHeader, startLinkAddress } from '@clearml-conf/shared';
import type { Cabinet } from './store/cabinet.ts';
import { isRunning } from './surroundings/state-folder.ts';

/** A start of the program that has the file open already. */
export interface RunningProgram {
  readonly port: number;
  /** The secret of a start link that it made for us; null where its plain address is enough. */
  readonly secret: string | null;
}

interface Running {
  readonly program: number;
  readonly port: number;
  readonly key: string;
}

const name = 'running.json';
const patience = 5000;
/** What answers on that port is not believed to be ours: its text ends in an address. */
const secretForm = /^[\w-]{43}$/;

/** The program that has this file open, if it still answers to the key it wrote down. */
export async function findRunning(cabinet: Cabinet): Promise<RunningProgram | null> {
  const record = recordIn(await cabinet.read(name).catch(() => null));
  if (!record || !isRunning(record.program)) return null;
  return askForLink(record).catch(() => null);
}

/** Writes down that this program has the file open. Returns what takes it back. */
export async function noteRunning(cabinet: Cabinet, port: number, key: string): Promise<() => Promise<void>> {
  const record: Running = { program: process.pid, port, key };
  await cabinet.put(name, Buffer.from(JSON.stringify(record)));
  return async () => {
    const noted = recordIn(await cabinet.read(name));
    if (noted?.program === process.pid) await cabinet.remove(name);
  };
}

/** Another program on that port, or a later start with another key, says neither. */
async function askForLink({ port, key }: Running): Promise<RunningProgram | null> {
  const origin = `http://127.0.0.1:${port}`;
  const answer = await fetch(`${origin}${startLinkAddress}`, {
    method: 'POST',
    headers: { origin, 'content-type': documentType, [sessionHeader]: key },
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  const body = await answer.text();
  if (answer.status === 200) return secretForm.test(body) ? { port, secret: body } : null;
  return answer.status === 404 && body.includes('no-such-address') ? { port, secret: null } : null;
}

function recordIn(bytes: Uint8Array | null): Running | null {
  if (!bytes) return null;
  try {
    const record: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return isRecord(record) ? record : null;
  } catch {
    return null;
  }
}

function isRecord(record: unknown): record is Running {
  if (record === null || typeof record !== 'object') return false;
  const known = 'program' in record && 'port' in record && 'key' in record;
  const right = known && typeof record.program === 'number' && typeof record.port === 'number';
  return right && typeof record.key === 'string';
}
