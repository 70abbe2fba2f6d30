import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** What a TLS server needs, as PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

export interface Wanted {
  /** Names and addresses it is for. */
  readonly names?: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
}

export interface Authority {
  /** Its own certificate as PEM: the content of a CA bundle. */
  readonly cert: string;
  readonly issue: (wanted?: Wanted) => Identity;
}

const day = 86_400_000;
const ownNames = ['localhost', '127.0.0.1', '::1'];

/** One pair for all: making it is what takes time, and no test is about the key. */
const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const privateKey = forge.pki.privateKeyFromPem(pair.privateKey);
let serial = 0;

/** A certificate that is signed by itself. */
export function selfSigned(wanted: Wanted = {}): Identity {
  const subject = named('Self-made');
  return { key: pair.privateKey, cert: signed(subject, subject, forServer(wanted.names), wanted) };
}

/** An authority of the test's own, which nobody knows. */
export function newAuthority(name: string): Authority {
  const issuer = named(name);
  const isAuthority = [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
  ];
  return {
    cert: signed(issuer, issuer, isAuthority, {}),
    issue: (wanted = {}) => ({
      key: pair.privateKey,
      cert: signed(named('localhost'), issuer, forServer(wanted.names), wanted),
    }),
  };
}

function named(name: string): forge.pki.CertificateField[] {
  return [{ name: 'commonName', value: name }];
}

/** No names at all makes an old-fashioned certificate, whose subject is all it says. */
function forServer(names: readonly string[] = ownNames): readonly object[] {
  const altNames = names.map((name) => (/^[\d.:]+$/.test(name) ? { type: 7, ip: name } : { type: 2, value: name }));
  const usage = { name: 'extKeyUsage', serverAuth: true };
  return altNames.length === 0 ? [usage] : [usage, { name: 'subjectAltName', altNames }];
}

function signed(
  subject: forge.pki.CertificateField[],
  issuer: forge.pki.CertificateField[],
  extensions: readonly object[],
  { validFrom = new Date(Date.now() - day), validTo = new Date(Date.now() + day) }: Wanted,
): string {
  const certificate = forge.pki.createCertificate();
  serial += 1;
  certificate.serialNumber = serial.toString(16).padStart(4, '0');
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey);
  certificate.validity.notBefore = validFrom;
  certificate.validity.notAfter = validTo;
  certificate.setSubject(subject);
  certificate.setIssuer(issuer);
  certificate.setExtensions([...extensions]);
  certificate.sign(privateKey, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}
