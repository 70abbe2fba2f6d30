import type { PeerCertificate } from 'node:tls';

/** What a certificate says of itself. Any of it may be made up. */
export interface CertificateFacts {
  readonly issuer: string;
  readonly names: readonly string[];
  /** As `2026-01-31T12:00:00.000Z`; empty where it is no time. */
  readonly validFrom: string;
  readonly validTo: string;
}

const mostNames = 5;

/** The facts that matter for a verdict; what is not there is empty. */
export function factsOf({ issuer, subjectaltname, valid_from, valid_to }: Partial<PeerCertificate>): CertificateFacts {
  const names = (subjectaltname ?? '').split(', ').map((name) => name.replace(/^(?:DNS|IP Address):/, ''));
  return {
    issuer: String(issuer?.O ?? issuer?.CN ?? ''),
    names: names.filter((name) => name !== '').slice(0, mostNames),
    validFrom: timeIn(valid_from),
    validTo: timeIn(valid_to),
  };
}

function timeIn(text = ''): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
