import { expect, it } from 'vitest';
import { rootOf } from './root.ts';

it.each([
  ['upload', ['upload', 'uploads', 'uploaded', 'uploading']],
  ['retr', ['retry', 'retries', 'retried']],
  ['stor', ['store', 'stores', 'stored', 'storing']],
  ['run', ['run', 'runs', 'running']],
  ['verif', ['verify', 'verified', 'verification']],
  ['cach', ['cache', 'caches', 'cached', 'caching']],
  ['file', ['file', 'files']],
  ['key', ['key', 'keys']],
])('%s is what %j share', (root, forms) => {
  expect(forms.map(rootOf)).toEqual(forms.map(() => root));
});

it('leaves names as they are', () => {
  expect(['s3', 'aws', 'uv', 'git_host'].map(rootOf)).toEqual(['s3', 'aws', 'uv', 'git_host']);
});
