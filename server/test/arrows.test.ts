import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

const against: readonly (readonly [file: string, module: string])[] = [
  ['shared/src/hocon/a.ts', '../catalog/setting.ts'],
  ['shared/src/hocon/edit/b.ts', '../../settings/index.ts'],
  ['shared/src/hocon/c.ts', 'node:fs/promises'],
  ['shared/src/catalog/d.ts', '../hocon/index.ts'],
  ['shared/src/settings/e.ts', '../api.ts'],
  ['shared/src/f.ts', 'react'],
  ['server/src/g.ts', '../../web/src/main.tsx'],
  ['server/src/h.ts', 'express'],
  ['server/src/handlers/i.ts', '../http.ts'],
  ['server/src/handlers/z.ts', '../door/gate.ts'],
  ['server/src/store/z.ts', '../door/gate.ts'],
  ['server/src/door/z.ts', '../handlers/document.ts'],
  ['server/src/store/j.ts', '../handlers/document.ts'],
  ['server/src/connection/t.ts', '../handlers/document.ts'],
  ['web/src/page/k.tsx', '@clearml-conf/server'],
  ['web/src/draft/l.ts', 'react'],
  ['web/src/draft/x.ts', '../session/session.ts'],
  ['web/src/draft/y.ts', '../page/page.tsx'],
  ['web/src/form/m.ts', '../page/page.tsx'],
  ['web/src/form/t.ts', '../desk/desk.ts'],
  ['web/src/desk/u.ts', '../fields/row.tsx'],
  ['web/src/icon/v.tsx', '../page/app.tsx'],
  ['web/src/fields/w.tsx', '../page/header.tsx'],
  ['web/src/connect/z.tsx', '../page/header.tsx'],
  ['web/src/desk/z.tsx', '../connect/connect-page.tsx'],
  ['e2e/n.spec.ts', '../server/src/main.ts'],
];
const along: readonly (readonly [file: string, module: string])[] = [
  ['shared/src/settings/o.ts', '../hocon/index.ts'],
  ['shared/src/hocon/p.ts', './document.ts'],
  ['server/src/http.ts', 'express'],
  ['server/src/handlers/q.ts', '@clearml-conf/shared'],
  ['web/src/page/r.tsx', 'react'],
  ['web/src/draft/s.ts', '@clearml-conf/shared'],
  ['web/src/page/x.tsx', '../fields/section-form.tsx'],
  ['web/src/fields/y.tsx', '../desk/desk.ts'],
  ['web/src/connect/y.tsx', '../desk/use-keys.ts'],
  ['web/src/session/y.ts', '../draft/draft.ts'],
];

let folder: string;
let report: string;

/** A tree of the project's shape with one type import a file, the kind that leaves no trace in the built program. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrows-'));
  mkdirSync(join(folder, 'web'));
  for (const name of ['.biome.json', 'web/sinks.grit']) copyFileSync(join(repository, name), join(folder, name));
  for (const [file, module] of [...against, ...along]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `import type { T } from '${module}';\n\nexport type U = T;\n`);
  }
  const options = ['lint', '--only=style/noRestrictedImports', '--vcs-enabled=false', '--max-diagnostics=none'];
  const run = spawnSync(process.execPath, [biome, ...options], { cwd: folder, encoding: 'utf8' });
  report = run.stdout + run.stderr;
});

afterAll(() => rmSync(folder, { recursive: true }));

const refused = (file: string): boolean => report.includes(`${file}:1:`);

describe('an import against the arrows is refused', () => {
  test.each(against)('%s from %s', (file) => expect(refused(file)).toBe(true));
});

describe('an import along the arrows is allowed', () => {
  test.each(along)('%s from %s', (file) => expect(refused(file)).toBe(false));

  test('the check has looked at them', () => {
    const configuration = 2;
    expect(report).toContain(`Checked ${against.length + along.length + configuration} files`);
  });
});
