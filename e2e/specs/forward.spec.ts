import { readFile } from 'node:fs/promises';
import { forwardTo } from '../forward.ts';
import { expect, test } from '../test.ts';

// What `ssh -L 5000:localhost:4000` does: the browser speaks to one port, the program listens on another.

test('page, reading and saving work through a forwarded port', async ({ workplace, page }) => {
  const path = await workplace.fixture('crlf.conf');
  const program = await workplace.start({ path });
  const forward = await forwardTo(program.port);
  expect(forward.port).not.toBe(program.port);
  await page.goto(`http://localhost:${forward.port}/`);
  const status = await page.evaluate(async () => {
    const key = document.querySelector('meta[name=session-key]')?.getAttribute('content') ?? '';
    const { headers } = await fetch('/api/document');
    const answer = await fetch('/api/document', {
      method: 'PUT',
      headers: {
        'content-type': 'application/octet-stream',
        'if-match': headers.get('etag') ?? '',
        'x-clearml-conf-session': key,
      },
      body: new TextEncoder().encode('api {}\r\n'),
    });
    return answer.status;
  });
  expect(status).toBe(204);
  expect(await readFile(path, 'utf8')).toBe('api {}\r\n');
  await forward.close();
});
