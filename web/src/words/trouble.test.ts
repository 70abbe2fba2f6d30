import { expect, it } from 'vitest';
import { refusalInWords } from './trouble.ts';

it('a refusal names what stands in the way and its line, and no password in it', () => {
  const code = 'would-change-others';
  const words = 'Not written: another setting would change with it.';
  expect(refusalInWords({ code })).toBe(words);
  expect(refusalInWords({ code, line: 3 })).toBe(`${words} See line 3.`);
  expect(refusalInWords({ code, detail: 'api.web_server' })).toBe(`${words} The setting concerned is api.web_server.`);
  expect(refusalInWords({ code, detail: 'api', line: 3 })).toBe(`${words} The setting concerned is api, in line 3.`);
  expect(refusalInWords({ code, detail: 'my."https://me:canary@h"' })).not.toContain('canary');
});
