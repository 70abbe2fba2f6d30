import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

const source = fileURLToPath(new URL('../shared/src/catalog/records.ts', import.meta.url));
const name = 'virtual:keywords';
const resolved = `\0${name}`;
const recordFile = /\/shared\/src\/catalog\/records\/[^/]+\.ts$/;
const keywords = /'x-keywords':\s*\[(?:[^\]'"]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")*\],?/g;

type Source = typeof import('../shared/src/catalog/records.ts');

/**
 * Makes the module `virtual:keywords`: the words settings are searched by, by path. Only the search needs them, which is
 * loaded later, so the built page leaves them out of the catalog that it is painted from.
 */
export function searchKeywords(): Plugin {
  return {
    name: 'keywords',
    enforce: 'pre',
    resolveId: (id) => (id === name ? resolved : null),
    async load(id) {
      if (id !== resolved) return null;
      const { module, dependencies } = await runnerImport<Source>(source, { configFile: false });
      for (const file of [source, ...dependencies]) this.addWatchFile(file);
      const words = [...module.records].map(([path, record]) => [path, record['x-keywords'] ?? []] as const);
      return `export default ${JSON.stringify(Object.fromEntries(words.filter(([, all]) => all.length > 0)))};\n`;
    },
    transform(code, id) {
      const isPage = this.environment.mode === 'build' && this.environment.name === 'client';
      return isPage && recordFile.test(id) ? { code: code.replace(keywords, ''), map: null } : null;
    },
  };
}
