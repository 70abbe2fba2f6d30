import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

const source = fileURLToPath(new URL('../shared/src/catalog/records.ts', import.meta.url));
const recordFile = /\/shared\/src\/catalog\/records\/[^/]+\.ts$/;
const quoted = String.raw`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`;
const keywords = new RegExp(String.raw`'x-keywords':\s*\[(?:[^\]'"]|${quoted})*\],?`, 'g');
/** Facts that the catalog keeps for whoever looks after it. */
const unasked = new RegExp(String.raw`'x-(?:former-type|container-env)':\s*(?:${quoted}),?`, 'g');
const notes = new RegExp(String.raw`('x-note':)\s*(?:${quoted})`, 'g');

type Source = typeof import('../shared/src/catalog/records.ts');
type Fragment = Source['records'] extends ReadonlyMap<string, infer One> ? One : never;

/** What each module holds of a record. */
const modules: Readonly<Record<string, (record: Fragment) => unknown>> = {
  'virtual:keywords': (record) => record['x-keywords'],
  'virtual:notes': (record) => record['x-note'],
};

/**
 * Makes modules of what the catalog says but the page is not painted from: the words settings are searched by, and what
 * surprises about them, both by path. They are loaded later, so the built page leaves them out of its catalog; that there
 * is a note it still knows. What it asks for nowhere is left out as well.
 */
export function lateWords(): Plugin {
  return {
    name: 'late-words',
    enforce: 'pre',
    resolveId: (id) => (id in modules ? `\0${id}` : null),
    async load(id) {
      const part = id.startsWith('\0') ? modules[id.slice(1)] : undefined;
      if (!part) return null;
      const { module, dependencies } = await runnerImport<Source>(source, { configFile: false });
      for (const file of [source, ...dependencies]) this.addWatchFile(file);
      const words = Object.fromEntries([...module.records].map(([path, record]) => [path, part(record)]));
      return `export default ${JSON.stringify(words)};\n`;
    },
    transform(code, id) {
      const isPage = this.environment.mode === 'build' && this.environment.name === 'client';
      return isPage && recordFile.test(id)
        ? { code: code.replace(keywords, '').replace(unasked, '').replace(notes, "$1 ''"), map: null }
        : null;
    },
  };
}
