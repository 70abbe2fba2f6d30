import { describe, expect, test } from 'vitest';
import { addressText, isLinkLocal, readAddress } from './address.ts';
import { otherAddresses } from './elsewhere.ts';
import { inferredFiles, inferredWeb } from './inferred.ts';

function read(text: string) {
  const address = readAddress(text);
  if (!address) throw new Error(`no address ${text}`);
  return address;
}

describe('an address', () => {
  test.each([
    ['http://a.test:8008', 'http://a.test:8008'],
    [' https://a.test:443/ ', 'https://a.test'],
    ['HTTP://A.test:80//', 'http://a.test'],
    ['https://me:pass@a.test/api/', 'https://a.test/api'],
    ['http://[::1]:8008/x', 'http://[::1]:8008/x'],
    ['http://2130706433', 'http://127.0.0.1'],
  ])('%s is read as %s', (text, written) => {
    expect(addressText(read(text))).toBe(written);
  });

  test.each([
    '',
    'a.test',
    'a.test:8008',
    'ftp://a.test',
    'http:a.test',
    'http:///a',
    'http://a b',
    'http://a\\b',
    'http://a:99999',
    'http://a.test?x',
    'http://a.test/#x',
    'file:///etc/passwd',
  ])('%j is none', (text) => {
    expect(readAddress(text)).toBeNull();
  });

  test.each([
    ['169.254.0.1', true],
    ['169.254.169.254', true],
    ['::ffff:169.254.169.254', true],
    ['64:ff9b::a9fe:a9fe', true],
    ['fe80::1', true],
    ['febf::1', true],
    ['169.253.255.255', false],
    ['192.168.1.1', false],
    ['::1', false],
    ['fec0::1', false],
  ])('%s leads to the own network only: %s', (ip, isSo) => {
    expect(isLinkLocal(ip)).toBe(isSo);
  });
});

describe('other addresses of the same host', () => {
  test('begin with the usual port, and none is tried twice', () => {
    const all = otherAddresses('api', read('http://a.test:8080'), false).map(addressText);
    expect(all.slice(0, 3)).toEqual(['http://a.test:8008', 'http://a.test:8080/api', 'https://a.test:8008']);
    expect(new Set(all).size).toBe(all.length);
    expect(all).not.toContain('http://a.test:8080');
    expect(all.length).toBeLessThanOrEqual(8);
  });

  test('leave out a port that is dead', () => {
    const all = otherAddresses('api', read('https://a.test'), true);
    expect(all.filter(({ port }) => port === 443)).toEqual([]);
  });
});

describe('what the SDK works out', () => {
  test.each([
    ['https://api.clear.ml', 'https://app.clear.ml', 'https://files.clear.ml'],
    ['https://demoapi.x.test', 'https://demoapp.x.test', 'https://demofiles.x.test'],
    ['http://a.test:8008', 'http://a.test:8080', 'http://a.test:8081'],
    ['http://api.a.test:8008', 'http://app.a.test:8008', 'http://app.a.test:8081'],
    ['https://a.test', null, null],
    ['nonsense', null, null],
  ])('from the API server %s: %s and %s', (api, web, files) => {
    expect(inferredWeb(api)).toBe(web);
    expect(inferredFiles(web)).toBe(files);
  });
});
