// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { open } from '../../test/bench.tsx';

afterEach(cleanup);

const rowText = (path: string) => document.querySelector(`[data-setting="${path}"] .raw`)?.textContent;

it('shows of a secret from the environment where it comes from, and claims no value', () => {
  open('api.credentials { secret_key: ${LAB_SECRET} }\n', 'api.credentials');
  expect(rowText('api.credentials.secret_key')).toContain('${LAB_SECRET}');
  expect(rowText('api.credentials.secret_key')).toContain('What ClearML reads depends on where it runs.');
});

it('shows nothing of a secret that is put together from text', () => {
  open('api.credentials { secret_key: "canary-"${LAB_SECRET} }\n', 'api.credentials');
  expect(rowText('api.credentials.secret_key')).not.toContain('canary');
});

it('shows nothing of a secret that stands elsewhere in the file', () => {
  open('lab_secret: "canary"\napi.credentials { secret_key: ${lab_secret} }\n', 'api.credentials');
  expect(rowText('api.credentials.secret_key')).toContain('ClearML reads');
  expect(rowText('api.credentials.secret_key')).not.toContain('canary');
});
