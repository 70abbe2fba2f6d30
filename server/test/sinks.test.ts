import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** Every way in which a text could become markup or a program. */
const sinks: readonly string[] = [
  'element.innerHTML = text',
  'element.outerHTML = text',
  "element.insertAdjacentHTML('beforeend', text)",
  'frame.srcdoc = text',
  'document.write(text)',
  'document.writeln(text)',
  'eval(text)',
  '<p dangerouslySetInnerHTML={{ __html: text }} />',
];
const harmless: readonly string[] = ['element.textContent = text', 'text === element.innerHTML', '<p>{text}</p>'];

let folder: string;
let report: string;

const nameOf = (at: number) => `web/src/sink-${at}.tsx`;

/** A page of the project's shape with one of them in each file. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sinks-'));
  mkdirSync(join(folder, 'web', 'src'), { recursive: true });
  for (const name of ['.biome.json', 'web/sinks.grit']) copyFileSync(join(repository, name), join(folder, name));
  for (const [at, code] of [...sinks, ...harmless].entries()) {
    const given = 'text: string, element: HTMLElement, frame: HTMLIFrameElement';
    writeFileSync(join(folder, nameOf(at)), `export const sink = (${given}) => (${code});\nexport const use = sink;\n`);
  }
  const options = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--diagnostic-level=error'];
  const run = spawnSync(process.execPath, [biome, ...options], { cwd: folder, encoding: 'utf8' });
  report = run.stdout + run.stderr;
});

afterAll(() => rmSync(folder, { recursive: true }));

const isRefused = (at: number): boolean =>
  report.split('\n').some((line) => line.startsWith(nameOf(at)) && /plugin|security/.test(line));

describe('in the page no text becomes markup or a program', () => {
  test.each(sinks.map((code, at) => [code, at] as const))('%s is refused', (_, at) => {
    expect(isRefused(at)).toBe(true);
  });

  test.each(harmless.map((code, at) => [code, at + sinks.length] as const))('%s is not', (_, at) => {
    expect(isRefused(at)).toBe(false);
  });
});
