import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../test/folder.ts';
import { serve } from './serve.ts';

test('what has nothing to do with listening is not said to be listening', async () => {
  const folder = await temporaryFolder();
  const command = { kind: 'serve', file: join(folder, 'a.conf'), port: 0, open: false, link: false } as const;
  const environment = new Map([['XDG_STATE_HOME', join(folder, 'state')]]);
  const versions = { program: '1', node: '20' };
  const surroundings = { environment, home: folder, folder, exists: () => false, versions };
  // No page lies beside the sources: it is built beside the built program.
  await expect(serve({ ...command, origin: null, host: null }, surroundings)).rejects.toThrow(/ENOENT.*web/);
});
