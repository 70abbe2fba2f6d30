import { execFile } from 'node:child_process';
import { connect, createServer, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import { codeOf } from '../../test/raw-request.ts';
import { serveFile } from '../../test/served-file.ts';
import { callersByOwner, ownerIn, ownersAreTold } from './caller.ts';

const linux = process.platform === 'linux';
const asRoot = linux && process.getuid?.() === 0;
const someoneElse = process.getuid?.() === 65_534 ? 65_533 : 65_534;
const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

// As a little-endian machine writes them: a listening socket, a caller, its other end, one that has just closed.
const listed = [
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
  '   0: 0100007F:0FA0 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 11 1 0',
  '   1: 0100007F:C001 0100007F:0FA0 01 00000000:00000000 02:000A1B2C 00000000  1001        0 12 1 0',
  '   2: 0100007F:0FA0 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000        0 13 1 0',
  '   3: 0100007F:C002 0100007F:0FA0 05 00000000:00000000 00:00000000 00000000     0        0 0 1 0',
  '   0: 0000000000000000FFFF00000100007F:C003 0000000000000000FFFF00000100007F:0FA0 01 0:0 00:0 0  1002 0 14 1 0',
  '   1: 00000000000000000000000001000000:C004 00000000000000000000000001000000:0FA0 01 0:0 00:0 0  1003 0 15 1 0',
  '',
].join('\n');

function from(remotePort: number, address = '127.0.0.1') {
  return { remoteAddress: address, remotePort, localAddress: address, localPort: 4000 };
}

describe("the kernel's table of connections", () => {
  test('names the owner of the end that called, not of ours', () => expect(ownerIn(listed, from(0xc001))).toBe(1001));

  test('does not name the owner of a connection that was closed', () => {
    expect(ownerIn(listed, from(0xc002))).toBeNull();
  });

  test('is read in each spelling of an address', () => {
    expect(ownerIn(listed, from(0xc003))).toBe(1002);
    expect(ownerIn(listed, from(0xc004, '::1'))).toBe(1003);
    expect(ownerIn(listed, from(0xc001, '::ffff:127.0.0.1'))).toBe(1001);
  });

  test('says nothing of a port that nobody has', () => expect(ownerIn(listed, from(0xc005))).toBeNull());

  test.runIf(linux)('is there on this machine', async () => {
    expect(await ownersAreTold(process.getuid?.() ?? 0)).toBe(true);
    expect(await ownersAreTold(someoneElse)).toBe(false);
  });
});

describe('a connection', () => {
  test('is looked up once, when it opens', async () => {
    let looks = 0;
    const callerOf = callersByOwner(0, () => `${++looks}`);
    const socket = await acceptedSocket();
    const first = [callerOf(socket), looks];
    expect([callerOf(socket), looks]).toEqual(first);
  });

  test.runIf(linux && hasIpv6)('over IPv6 is told too', async () => {
    const served = await serveFile('api {}');
    expect((await fetch(`http://[::1]:${served.port}/api/document`)).status).toBe(200);
  });

  test.runIf(linux)('of ours is let in, of an unknown owner is not', async () => {
    const ours = await serveFile('api {}');
    expect((await ours.read()).status).toBe(200);
    const hidden = await serveFile('api {}', new Map(), { callerOf: callersByOwner(0, () => '') });
    const answer = await hidden.read('/');
    expect([answer.status, codeOf(answer)]).toEqual([403, 'other-account']);
  });

  test.runIf(asRoot)('of another account on this machine is refused, and let in with this defence off', async () => {
    const served = await serveFile('api { secret: "canary" }');
    expect(await askedBy(someoneElse, served.port)).toBe('403');
    const open = await serveFile('api {}', new Map(), { accounts: 'open' });
    expect(await askedBy(someoneElse, open.port)).toBe('200');
  });
});

async function acceptedSocket(): Promise<Socket> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const near = connect(address !== null && typeof address === 'object' ? address.port : 0, '127.0.0.1');
  onTestFinished(() => {
    near.destroy();
    server.close();
  });
  return accepted;
}

/** The status that a program of another account gets. */
function askedBy(user: number, port: number): Promise<string> {
  // It takes the account on once it runs: Node may lie where only we may start it.
  const script = `process.setgroups([]); process.setgid(${user}); process.setuid(${user});
    fetch('http://127.0.0.1:${port}/api/document').then((answer) => console.log(answer.status))`;
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['-e', script], { cwd: '/' }, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout.trim());
    });
  });
}
