// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { startTheme } from './use-theme.ts';

afterEach(() => vi.unstubAllGlobals());

it('is that of the system where the browser keeps nothing for pages', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new DOMException('no storage', 'SecurityError');
    },
  });
  startTheme();
  expect(document.documentElement.dataset['theme']).toBe('system');
});
