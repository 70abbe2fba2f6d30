import { lookup } from 'node:dns/promises';
import { connect as connectRaw, isIP, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { checkServerIdentity, connect as connectSecurely, type SecureContext, type TLSSocket } from 'node:tls';
import { systemCode } from '../store/disk.ts';
import { isLinkLocal, isLoopback, type ServerAddress } from './address.ts';
import { type CertificateFacts, factsOf } from './certificate.ts';

/** How far a connection has come; kept up to date, so that whoever gives up waiting knows what for. */
interface Progress {
  waitsFor: 'name' | 'connection' | 'answer';
}

export type DialTrouble =
  | { readonly kind: 'not-allowed'; readonly why: 'link-local' | 'own' }
  | { readonly kind: 'no-connection'; readonly at: 'name' | 'connection'; readonly code: string }
  | { readonly kind: 'no-security'; readonly code: string; readonly certificate: CertificateFacts | null };

export type Dialled = { readonly kind: 'connected'; readonly socket: Socket } | DialTrouble;

export interface Dialling {
  /** A port of this machine that is not called: our own. */
  readonly ownPort: number | null;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** How the other side must prove who it is. */
interface Proof {
  readonly host: string;
  readonly authorities: SecureContext;
  readonly isChecked: boolean;
}

/** Connects to a server. What a name stands for is looked up once, judged, and that is what is called. */
export async function dial(
  { host, port }: Pick<ServerAddress, 'host' | 'port'>,
  { ownPort, signal, progress }: Dialling,
): Promise<Dialled> {
  progress.waitsFor = 'name';
  const found = await addressesOf(host, signal);
  if (typeof found === 'string') return { kind: 'no-connection', at: 'name', code: found };
  const why = forbidden(found, port, ownPort);
  if (why) return { kind: 'not-allowed', why };
  progress.waitsFor = 'connection';
  const all = found.map((address) => ({ address, family: isIP(address) }));
  const socket = connectRaw({
    host,
    port,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 1000,
    lookup: (_name, _options, answer) => answer(null, all),
  });
  const code = await opened(socket, 'connect', signal);
  return code === null ? { kind: 'connected', socket } : { kind: 'no-connection', at: 'connection', code };
}

/** Why addresses are not called, whoever asks for it. */
export function forbidden(ips: readonly string[], port: number, ownPort: number | null): 'link-local' | 'own' | null {
  if (ips.some(isLinkLocal)) return 'link-local';
  return port === ownPort && ips.some(isOfThisMachine) ? 'own' : null;
}

/** Makes a connection secure. Nothing is sent over one whose other side has not proved who it is. */
export async function secured(raw: Socket, proof: Proof, signal: AbortSignal): Promise<Dialled> {
  const { host, authorities, isChecked } = proof;
  const socket = connectSecurely({
    socket: raw,
    secureContext: authorities,
    ...(isIP(host) === 0 && { servername: host.replace(/\.$/, '') }),
    rejectUnauthorized: false,
    ALPNProtocols: ['http/1.1'],
    checkServerIdentity: (_name, certificate) => {
      // Python takes no name from the subject any more.
      if (!certificate.subjectaltname) return Object.assign(new Error('no names'), { code: otherName });
      return checkServerIdentity(host, certificate);
    },
  });
  const code = await opened(socket, 'secureConnect', signal);
  if (code !== null) return { kind: 'no-security', code, certificate: null };
  if (!isChecked || socket.authorized) return { kind: 'connected', socket };
  const trouble = { kind: 'no-security', ...verdictOf(socket) } as const;
  socket.destroy();
  return trouble;
}

const otherName = 'ERR_TLS_CERT_ALTNAME_INVALID';

function verdictOf(socket: TLSSocket): { readonly code: string; readonly certificate: CertificateFacts } {
  // With what it was declared as it is never a plain text: Node puts the code there.
  const code = String(socket.authorizationError);
  return { code, certificate: factsOf(socket.getPeerCertificate()) };
}

/** The addresses behind a name, or the system's code for not knowing them. */
async function addressesOf(host: string, signal: AbortSignal): Promise<readonly string[] | string> {
  if (isIP(host) !== 0) return [host];
  const given = ended(signal);
  try {
    const all = await Promise.race([lookup(host, { all: true }), given.promise]);
    return all === null ? 'ABORTED' : all.map(({ address }) => address.replace(/%.*$/, ''));
  } catch (error) {
    return systemCode(error) || 'ENOTFOUND';
  } finally {
    given.forget();
  }
}

function ended(signal: AbortSignal): { readonly promise: Promise<null>; readonly forget: () => void } {
  let end = () => {};
  const promise = new Promise<null>((resolve) => {
    end = () => resolve(null);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
  return { promise, forget: () => signal.removeEventListener('abort', end) };
}

function isOfThisMachine(ip: string): boolean {
  const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return isLoopback(ip) || own.some(({ address }) => address === ip);
}

/** Null when the event has come; else the code of what came in its place. The socket is closed then. */
function opened(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    const finish = (code: string | null) => {
      signal.removeEventListener('abort', giveUp);
      if (code !== null) socket.destroy();
      resolve(code);
    };
    const giveUp = () => finish('ABORTED');
    // An error may come again while the socket is torn down; that one is nobody's business any more.
    socket.on('error', (error) => finish(systemCode(error) || 'ECONNRESET'));
    socket.once('close', () => finish('ECONNRESET'));
    socket.once(event, () => finish(null));
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) giveUp();
  });
}
