import type { ConnectionCause, ConnectionFault } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { causeInWords, fixInWords } from './connection.ts';

const at = { host: 'ml.example.org', port: 8008 };
const found = { ...at, foundAddress: 'http://ml.example.org:8080' };
const lost = { ...at, foundAddress: null };
const clock = '2026-01-31T12:00:00.000Z';
const proxy = { proxy: 'http://proxy:3128', variable: 'HTTPS_PROXY' };
const hidden = { proxy: null, variable: null };

/** One fault of each cause. */
const faults: { readonly [C in ConnectionCause]: Extract<ConnectionFault, { readonly cause: C }> } = {
  'not-an-address': { cause: 'not-an-address' },
  'address-with-query': { cause: 'address-with-query' },
  'link-local-address': { cause: 'link-local-address', host: '169.254.169.254' },
  'own-address': { cause: 'own-address', ...at },
  'name-not-found': { cause: 'name-not-found', host: at.host },
  refused: { cause: 'refused', ...found },
  unreachable: { cause: 'unreachable', ...at },
  'timed-out': { cause: 'timed-out', waitedFor: 'connection', ...lost },
  'no-http': { cause: 'no-http', ...lost },
  'hung-up': { cause: 'hung-up', ...lost },
  'web-page': { cause: 'web-page', ...found },
  'api-instead': { cause: 'api-instead', ...at },
  'not-clearml': { cause: 'not-clearml', status: 404, ...lost },
  'http-to-https': { cause: 'http-to-https', ...at },
  'https-to-http': { cause: 'https-to-http', ...at },
  'certificate-self-signed': { cause: 'certificate-self-signed', ...at },
  'certificate-unknown-authority': { cause: 'certificate-unknown-authority', issuer: 'Lab CA', ...at },
  'certificate-other-name': { cause: 'certificate-other-name', names: ['clearml.lab'], ...at },
  'certificate-expired': { cause: 'certificate-expired', validTo: '2026-01-01T00:00:00.000Z', clock, ...at },
  'certificate-not-yet-valid': {
    cause: 'certificate-not-yet-valid',
    validFrom: '2026-03-01T00:00:00.000Z',
    clock,
    ...at,
  },
  'tls-failed': { cause: 'tls-failed', code: 'ERR_SSL_UNSUPPORTED_PROTOCOL', ...at },
  'no-ca-bundle': { cause: 'no-ca-bundle', bundle: '/etc/lab.pem', variable: null },
  'proxy-asks-password': { cause: 'proxy-asks-password', ...proxy },
  'proxy-page': { cause: 'proxy-page', status: 200, ...hidden },
  'proxy-refuses': { cause: 'proxy-refuses', status: 403, ...proxy },
  'proxy-unreachable': { cause: 'proxy-unreachable', ...proxy },
  'proxy-unsupported': { cause: 'proxy-unsupported', variable: 'ALL_PROXY' },
  redirect: { cause: 'redirect', status: 301, redirectTo: 'https://ml.example.org', ...at },
  'keys-not-accepted': { cause: 'keys-not-accepted', host: at.host, clearmlMessage: 'Unauthorized' },
  'server-error': { cause: 'server-error', status: 500, clearmlMessage: '', ...at },
  maintenance: { cause: 'maintenance', clearmlMessage: 'Updating', ...at },
};

describe('the causes of a failed step', () => {
  it.each(Object.values(faults))('$cause has a sentence of its own, with its facts', (fault) => {
    const words = causeInWords(fault, 'api');
    expect(words).toMatch(/^\S.*[.]$/);
    expect(words).not.toMatch(/undefined|null|NaN|\.\.|” \./);
    const others = Object.values(faults).filter(({ cause }) => cause !== fault.cause);
    expect(others.map((other) => causeInWords(other, 'api'))).not.toContain(words);
    if ('host' in fault) expect(words).toContain(fault.host);
    if ('proxy' in fault && fault.proxy !== null) expect(words).toContain(fault.proxy);
    if ('clearmlMessage' in fault) expect(words).toContain(fault.clearmlMessage);
    if ('foundAddress' in fault && fault.foundAddress !== null) expect(words).toContain(fault.foundAddress);
  });

  it('says what to do where nothing was found elsewhere', () => {
    expect(causeInWords({ cause: 'refused', ...lost }, 'api')).toBe(
      'ml.example.org:8008 is there, but nothing listens on that port. Check the port, and that the server is running.',
    );
  });

  it('speaks of the server that was asked', () => {
    expect(causeInWords({ cause: 'web-page', ...lost }, 'api')).toContain('not the API server');
    expect(causeInWords({ cause: 'web-page', ...lost }, 'files')).toContain('not the file server');
    expect(causeInWords({ cause: 'web-page', ...lost }, 'files')).toContain('8081');
    expect(causeInWords(faults['not-an-address'], 'web')).toContain(':8080');
    expect(causeInWords(faults['server-error'], 'web')).not.toContain('API');
  });

  it('tells a gateway from the server behind it', () => {
    const error = (status: number) => causeInWords({ ...faults['server-error'], status }, 'api');
    expect([502, 504].map(error)).toEqual([expect.stringContaining('behind it'), expect.stringContaining('behind it')]);
    expect(error(500)).not.toContain('behind it');
    const strange = (status: number) => causeInWords({ ...faults['not-clearml'], status }, 'api');
    expect([401, 403].map(strange)).toEqual([
      expect.stringContaining('a sign-in of its own'),
      expect.stringContaining('a sign-in of its own'),
    ]);
  });

  it('puts brackets round an address of IPv6', () => {
    expect(causeInWords({ cause: 'unreachable', host: '::1', port: 8008 }, 'api')).toContain('[::1]:8008');
  });
});

it('names what a fix writes', () => {
  expect(fixInWords({ setting: 'api.api_server', value: 'http://h:8008' })).toBe('Use http://h:8008 as API server');
  expect(fixInWords({ setting: 'api.verify_certificate', value: false })).toBe('Do not check the certificate');
});
