import { describe, expect, test } from 'vitest';
import { serveFile, sessionKey } from '../../test/served-file.ts';

describe('the page', () => {
  test('carries the key of this start in a meta tag', async () => {
    const served = await serveFile('');
    const answer = await served.read('/');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.body.toString()).toContain(`<meta name="session-key" content="${sessionKey}" /></head>`);
  });

  test('brings its assets, whose names change with their content, as ones to keep', async () => {
    const served = await serveFile('');
    const answer = await served.read('/assets/index-1a2b.js');
    expect([answer.status, answer.body.toString()]).toEqual([200, 'void 0;']);
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  test.each([
    '/clearml.conf',
    '/../clearml.conf',
    '/%2e%2e/clearml.conf',
    '/assets/..%2f..%2fclearml.conf',
    '//etc/passwd',
    '/index.html',
  ])('has nothing at %s', async (target) => {
    const served = await serveFile('api {}');
    expect((await served.read(target)).status).toBe(404);
  });
});
