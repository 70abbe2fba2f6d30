import { expect, it } from 'vitest';
import { refusalInWords } from './trouble.ts';

it('a refusal names the other setting that is concerned, and no password in it', () => {
  expect(refusalInWords('would-change-others')).toBe('Not written: another setting would change with it.');
  expect(refusalInWords('would-change-others', 'api.web_server')).toBe(
    'Not written: another setting would change with it. The setting concerned is api.web_server.',
  );
  expect(refusalInWords('would-change-others', 'my."https://me:canary@h"')).not.toContain('canary');
});
