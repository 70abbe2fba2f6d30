import { describe, expect, test } from 'vitest';
import { readAddress } from './address.ts';
import type { Outcome } from './ask.ts';
import { type Attempt, diagnose } from './diagnosis.ts';
import { routeTo } from './route.ts';

const now = new Date('2026-06-15T12:00:00.000Z');

function found(outcome: Outcome, change: Partial<Attempt> & { readonly address?: string } = {}) {
  const { address = 'https://clearml.test:8008', ...rest } = change;
  const read = readAddress(address);
  if (!read) throw new Error(`no address ${address}`);
  const route = routeTo(read, null, new Map());
  const verdict = diagnose({ step: 'api', route, call: '/debug.ping', outcome, now, secrets: [], ...rest });
  return verdict.kind === 'passed' ? verdict : verdict.fault;
}

const answer = (status: number, text = '', location = '') => ({ kind: 'answer', status, text, location }) as const;
const envelope = (code: number) => JSON.stringify({ meta: { result_code: code, result_msg: 'said' } });

describe('what cannot be brought about here is told by its facts:', () => {
  test.each([
    ['a name that is looked up in vain', { kind: 'no-connection', at: 'name', code: 'EAI_AGAIN' }, 'name-not-found'],
    ['a host that swallows everything', { kind: 'no-connection', at: 'connection', code: 'ETIMEDOUT' }, 'timed-out'],
    ['a host that no way leads to', { kind: 'no-connection', at: 'connection', code: 'EHOSTUNREACH' }, 'unreachable'],
    ['a wall of this machine', { kind: 'no-connection', at: 'connection', code: 'EPERM' }, 'unreachable'],
    ['a name that takes too long', { kind: 'late', waitsFor: 'name' }, 'timed-out'],
    ['a page of the network itself', answer(511, '<html>'), 'proxy-page'],
    ['a proxy that nobody chose', answer(407), 'proxy-asks-password'],
    ['a gateway that is alone', answer(502, '<html>'), 'server-error'],
    ['a page that asks who it is', answer(401, '<html>'), 'not-clearml'],
    ['an answer in JSON that is not ours', answer(200, '{"meta": {}}'), 'not-clearml'],
    ['an error in ClearML’s own form', answer(500, envelope(500)), 'server-error'],
  ] as const)('%s', (_name, outcome, cause) => {
    expect(found(outcome)).toMatchObject({ cause });
  });

  test('an API that knows no such call is one all the same', () => {
    expect(found(answer(400, envelope(400)))).toEqual({ kind: 'passed' });
  });

  test('a certificate between that has expired says nothing of the dates of the server’s own', () => {
    const certificate = {
      issuer: 'x',
      names: [],
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: '2027-01-01T00:00:00.000Z',
    };
    const told = { cause: 'tls-failed', code: 'CERT_HAS_EXPIRED', host: 'clearml.test', port: 8008 };
    expect(found({ kind: 'no-security', code: 'CERT_HAS_EXPIRED', certificate })).toEqual(told);
  });

  test('what a stranger says comes as one short line without signs that turn or move the text', () => {
    const certificate = { issuer: `A\u202eB\n\u001b[2J${'x'.repeat(500)}`, names: [], validFrom: '', validTo: '' };
    const fault = found({ kind: 'no-security', code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', certificate });
    const issuer = 'issuer' in fault ? fault.issuer : '';
    expect(issuer.startsWith('A B [2Jx')).toBe(true);
    expect(issuer).toHaveLength(300);
  });

  test.each([
    ['/login', 'https://clearml.test:8008/login'],
    ['http://me:pass@other.test/debug.ping?key=1#x', 'http://other.test/debug.ping'],
    ['javascript:alert(1)', ''],
    ['', ''],
  ])('a redirect to %j', (location, redirectTo) => {
    expect(found(answer(302, '', location))).toMatchObject({ cause: 'redirect', status: 302, redirectTo });
  });

  test.each([
    ['web', 200, '<!DOCTYPE html>', 'passed'],
    ['web', 403, 'no', 'passed'],
    ['web', 200, 'OK', 'not-clearml'],
    ['files', 200, 'OK', 'passed'],
    ['files', 403, '<html>', 'passed'],
    ['files', 404, 'no', 'passed'],
    ['files', 200, '<html>', 'web-page'],
    ['files', 400, envelope(400), 'api-instead'],
    ['files', 503, '', 'maintenance'],
    ['login', 401, '', 'keys-not-accepted'],
    ['login', 403, envelope(403), 'server-error'],
    ['login', 200, '<html>', 'web-page'],
  ] as const)('of the step %s the answer %i %j: %s', (step, status, text, end) => {
    const verdict = found(answer(status, text), { step });
    expect('cause' in verdict ? verdict.cause : verdict.kind).toBe(end);
  });
});
