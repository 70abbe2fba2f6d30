import type { Cabinet } from './cabinet.ts';

/** A text that is being written over another one in its own place. */
export interface Overwriting {
  readonly former: Uint8Array;
  readonly next: Uint8Array;
}

/** The copy that makes an interrupted write in place good again. */
export interface Recovery {
  /** On the disk when it returns. */
  readonly begin: (overwriting: Overwriting) => Promise<void>;
  readonly end: () => Promise<void>;
  /** What an earlier start of the program left unfinished; null when there is none or another one is still at it. */
  readonly pending: () => Promise<Overwriting | null>;
}

const name = 'overwriting.json';

/** `runs` says whether a program of that number is there: what it has begun is its own to end. */
export function createRecovery(cabinet: Cabinet, runs: (program: number) => boolean): Recovery {
  return {
    begin: ({ former, next }) => {
      const copy = { program: process.pid, former: base64(former), next: base64(next) };
      return cabinet.put(name, Buffer.from(JSON.stringify(copy)));
    },
    end: () => cabinet.remove(name),
    pending: async () => {
      const copy = copyIn(await cabinet.read(name));
      if (!copy || (copy.program !== process.pid && runs(copy.program))) return null;
      return { former: Buffer.from(copy.former, 'base64'), next: Buffer.from(copy.next, 'base64') };
    },
  };
}

/** Whether these bytes are what a write leaves behind that was stopped in the middle: the start of the next text, the end of the former. */
export function isHalfWritten(bytes: Uint8Array, { former, next }: Overwriting): boolean {
  const [now, before, after] = [Buffer.from(bytes), Buffer.from(former), Buffer.from(next)];
  if (now.equals(before) || now.equals(after)) return false;
  let written = 0;
  while (written < now.length && now[written] === after[written]) written += 1;
  if (now.length > before.length) return written === now.length;
  return now.length === before.length && now.subarray(written).equals(before.subarray(written));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

interface Copy {
  readonly program: number;
  readonly former: string;
  readonly next: string;
}

function copyIn(bytes: Uint8Array | null): Copy | null {
  if (!bytes) return null;
  const copy: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
  return isCopy(copy) ? copy : null;
}

function isCopy(copy: unknown): copy is Copy {
  if (copy === null || typeof copy !== 'object') return false;
  const known = 'program' in copy && 'former' in copy && 'next' in copy;
  return known && typeof copy.program === 'number' && typeof copy.former === 'string' && typeof copy.next === 'string';
}
