import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** Lints a file that exists only in this test: at `path`, with one type import, the hardest kind to notice. */
function lint(path: string, module: string): { readonly passes: boolean; readonly report: string } {
  const { status, stderr } = spawnSync(
    process.execPath,
    [biome, 'lint', '--only=style/noRestrictedImports', `--stdin-file-path=${path}`],
    { cwd: repository, input: `import type { T } from '${module}';\nexport type U = T;\n`, encoding: 'utf8' },
  );
  return { passes: status === 0, report: stderr };
}

describe('an import against the arrows is refused', () => {
  test.each([
    ['shared/src/hocon/planted.ts', '../catalog/setting.ts'],
    ['shared/src/hocon/edit/planted.ts', '../../settings/index.ts'],
    ['shared/src/hocon/planted.ts', 'node:fs/promises'],
    ['shared/src/catalog/planted.ts', '../hocon/index.ts'],
    ['shared/src/settings/planted.ts', '../api.ts'],
    ['shared/src/planted.ts', 'react'],
    ['server/src/planted.ts', '../../web/src/main.tsx'],
    ['server/src/planted.ts', 'express'],
    ['server/src/handlers/planted.ts', '../http.ts'],
    ['server/src/store/planted.ts', '../handlers/document.ts'],
    ['web/src/page/planted.tsx', '@clearml-conf/server'],
    ['web/src/draft/planted.ts', 'react'],
    ['web/src/form/planted.ts', '../page/page.tsx'],
    ['e2e/planted.spec.ts', '../server/src/main.ts'],
  ])('%s from %s', (path, module) => {
    const { passes, report } = lint(path, module);
    expect(report).toContain('noRestrictedImports');
    expect(passes).toBe(false);
  });
});

describe('an import along the arrows is allowed', () => {
  test.each([
    ['shared/src/settings/planted.ts', '../hocon/index.ts'],
    ['shared/src/hocon/planted.ts', './document.ts'],
    ['server/src/http.ts', 'express'],
    ['server/src/handlers/planted.ts', '@clearml-conf/shared'],
    ['web/src/page/planted.tsx', 'react'],
    ['web/src/draft/planted.ts', '@clearml-conf/shared'],
  ])('%s from %s', (path, module) => {
    expect(lint(path, module).passes).toBe(true);
  });
});
