import { describe, expect, test } from 'vitest';
import { readAddress } from './address.ts';
import { proxyFor, proxyText } from './proxy.ts';

/** The proxy's address and variable, or why there is none. */
function proxied(address: string, environment: Readonly<Record<string, string>>): string {
  const read = readAddress(address);
  if (!read) throw new Error(`no address ${address}`);
  const choice = proxyFor(read, new Map(Object.entries(environment)));
  if (choice.kind === 'direct') return 'direct';
  return choice.kind === 'proxy' ? `${proxyText(choice.proxy)} ${choice.proxy.variable}` : choice.variable;
}

/** What the requests library does with the same address and variables. */
describe('the proxy of an address', () => {
  test.each([
    ['http://a.test', {}, 'direct'],
    ['http://a.test', { HTTP_PROXY: 'http://p.test:1' }, 'http://p.test:1 HTTP_PROXY'],
    ['http://a.test', { HTTPS_PROXY: 'http://p.test:1' }, 'direct'],
    ['https://a.test', { HTTPS_PROXY: 'p.test:1' }, 'http://p.test:1 HTTPS_PROXY'],
    ['https://a.test', { HTTPS_PROXY: 'p' }, 'http://p:80 HTTPS_PROXY'],
    ['https://a.test', { HTTPS_PROXY: 'https://p' }, 'https://p:443 HTTPS_PROXY'],
    ['https://a.test', { Https_Proxy: 'p.test:1' }, 'http://p.test:1 Https_Proxy'],
    ['https://a.test', { HTTPS_PROXY: 'p.test:1', https_proxy: 'q.test:2' }, 'http://q.test:2 https_proxy'],
    ['https://a.test', { https_proxy: 'q.test:2', HTTPS_PROXY: 'p.test:1' }, 'http://q.test:2 https_proxy'],
    ['https://a.test', { HTTPS_PROXY: 'p.test:1', https_proxy: '' }, 'direct'],
    ['https://a.test', { ALL_PROXY: 'p.test:1' }, 'http://p.test:1 ALL_PROXY'],
    ['https://a.test', { ALL_PROXY: 'p.test:1', HTTPS_PROXY: 'q.test:2' }, 'http://q.test:2 HTTPS_PROXY'],
    ['https://a.test', { HTTPS_PROXY: 'localhost:3128' }, 'HTTPS_PROXY'],
    ['https://a.test', { HTTPS_PROXY: 'me:secret@p.test:3128' }, 'HTTPS_PROXY'],
    ['https://a.test', { HTTPS_PROXY: '//p.test:3128' }, 'HTTPS_PROXY'],
    ['https://a.test', { HTTPS_PROXY: '127.0.0.1:3128' }, 'http://127.0.0.1:3128 HTTPS_PROXY'],
    ['https://a.test', { ALL_PROXY: 'socks5://p:1' }, 'ALL_PROXY'],
    ['https://a.test', { HTTPS_PROXY: 'http://me:secret@[::1]:3128' }, 'http://[::1]:3128 HTTPS_PROXY'],
  ] as const)('%s with %j: %s', (address, environment, found) => {
    expect(proxied(address, environment)).toBe(found);
  });

  test.each([
    ['http://a.test', '*'],
    ['http://a.test', 'a.test'],
    ['http://a.test', 'A.Test'],
    ['http://x.a.test', 'a.test'],
    ['http://x.a.test', 'b.test, .a.test'],
    ['http://a.test:8008', 'a.test:8008'],
    ['http://10.1.2.3', '10.1.2.3'],
    ['http://10.1.2.3', '10.0.0.0/8'],
    ['http://10.1.2.3:8008', '10.1.2.0/24'],
    ['http://[::1]', '::1'],
  ])('is left out for %s with NO_PROXY=%s', (address, list) => {
    expect(proxied(address, { HTTP_PROXY: 'p.test:1', NO_PROXY: list })).toBe('direct');
    expect(proxied(address, { HTTP_PROXY: 'p.test:1', NO_PROXY: 'elsewhere.test', no_proxy: list })).toBe('direct');
  });

  test.each([
    ['http://a.test', ''],
    ['http://a.test', '*.test'],
    ['http://a.test', ' * '],
    ['http://xa.test', 'a.test'],
    ['http://a.test.evil.test', 'a.test'],
    ['http://a.test', 'a.test:8008'],
    ['http://10.1.2.3:8008', '10.1.2.3:8008'],
    ['http://10.1.2.3', '10.2.0.0/16'],
    ['http://10.1.2.3', '10.1.2.3/0'],
    ['http://a.test', '10.0.0.0/8'],
  ])('is used for %s with NO_PROXY=%s', (address, list) => {
    expect(proxied(address, { HTTP_PROXY: 'p.test:1', NO_PROXY: list })).toBe('http://p.test:1 HTTP_PROXY');
  });
});
