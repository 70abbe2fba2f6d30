import { readFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { endianness } from 'node:os';
import type { Caller } from './gate.ts';

/** Both ends of a connection as seen from here. */
export interface Ends {
  readonly remoteAddress?: string | undefined;
  readonly remotePort?: number | undefined;
  readonly localAddress?: string | undefined;
  readonly localPort?: number | undefined;
}

/** Whose connection it is. Asked when it opens, remembered as long as it lasts. */
export type CallerOf = (socket: Socket) => Caller;

const established = '01';
const table = '/proc/net/tcp';
const newerTable = '/proc/net/tcp6';

/** Compares the owner of the caller's socket, as Linux lists it, with our own account. */
export function callersByOwner(ownUser: number, read: (path: string) => string = readTable): CallerOf {
  const known = new WeakMap<Socket, Caller>();
  return (socket) => {
    const caller = known.get(socket) ?? callerFrom(ownerOf(socket, read), ownUser);
    known.set(socket, caller);
    return caller;
  };
}

/** Where the system tells nothing. */
export const untoldCaller: CallerOf = () => 'untold';

/**
 * The user who owns the other end, from the kernel's tables of sockets. Only an established connection counts: the row
 * of a closed socket reads as if it belonged to root.
 */
export function ownerIn(listed: string, ends: Ends): number | null {
  const caller = spellings(ends.remoteAddress, ends.remotePort);
  const here = spellings(ends.localAddress, ends.localPort);
  for (const [at, spelled] of caller.entries()) {
    const found = listed.indexOf(` ${spelled} ${here[at]} ${established} `);
    if (found >= 0) return Number(/^(?: +\S+){6} +(\d+)/.exec(listed.slice(found))?.[1] ?? Number.NaN);
  }
  return null;
}

/** Tries on a connection to ourselves whether this machine tells the owner at all. */
export async function ownersAreTold(ownUser: number): Promise<boolean> {
  const callerOf = callersByOwner(ownUser);
  const server = createServer();
  const caller = await new Promise<Caller>((resolve) => {
    const untold = () => resolve('untold');
    server.once('error', untold).once('connection', (socket) => {
      resolve(callerOf(socket));
      socket.destroy();
    });
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      connect(port, '127.0.0.1').on('error', untold);
    });
  });
  server.close();
  return caller === 'ours';
}

function callerFrom(owner: number | null, ownUser: number): Caller {
  if (owner === null || Number.isNaN(owner)) return 'untold';
  return owner === ownUser ? 'ours' : 'other';
}

/** Reading a table takes the kernel some milliseconds: the other one is read only when it is needed. */
function ownerOf(ends: Ends, read: (path: string) => string): number | null {
  const newer = plainAddress(ends.remoteAddress).includes(':');
  return (newer ? null : ownerIn(read(table), ends)) ?? ownerIn(read(newerTable), ends);
}

function readTable(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // A machine without IPv6, or one that hides its connections.
    return '';
  }
}

/** How the tables write an address: an IPv4 one also as programs write it that speak IPv6 only. */
function spellings(address = '', port = 0): readonly string[] {
  const plain = plainAddress(address);
  const end = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  if (plain.includes(':')) return [words(bytesOfIpv6(plain)) + end];
  const bytes = plain.split('.').map(Number);
  return [words(bytes) + end, words([...Array<number>(10).fill(0), 255, 255, ...bytes]) + end];
}

/** Without the wrapping in which a listener of both kinds sees an IPv4 address. */
function plainAddress(address = ''): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function bytesOfIpv6(address: string): readonly number[] {
  const [before = '', after] = address.split('%', 1)[0]?.split('::') ?? [];
  const groups = (part: string) => part.split(':').filter((group) => group !== '');
  const [left, right] = [groups(before), groups(after ?? '')];
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
}

/** Four bytes at a time, as the machine keeps a number. */
function words(bytes: readonly number[]): string {
  const hex = bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
  const fours = Array.from({ length: hex.length / 4 }, (_, at) => hex.slice(at * 4, at * 4 + 4));
  return fours.map((four) => (endianness() === 'LE' ? [...four].reverse() : four).join('')).join('');
}
