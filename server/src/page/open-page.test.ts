import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../../test/folder.ts';
import { openLink } from './open-page.ts';

test('a link that no file can lead to is not opened, which ends nothing', async () => {
  const folder = await temporaryFolder();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, join(folder, 'not there'));
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(() => openLink('http://localhost:4000/#start=secret')).not.toThrow();
});
