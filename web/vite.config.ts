import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { developmentServer } from '../server/launch/development.ts';
import { lateWords } from './late-words.ts';
import { validators } from './validators.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('..', import.meta.url));

const tests = (part: string) => [`${part}/{src,test,launch}/**/*.test.{ts,tsx}`];

/** One configuration for both sides: `vite build --app` makes dist/web (the page) and dist/main.js (the program). */
export default defineConfig(({ command }) => ({
  root,
  plugins: [react(), validators(), lateWords(), ...(process.env['VITEST'] ? [] : [developmentServer()])],
  // The form library describes fields in Markdown, follows references, merges schemas and brings a field for everything.
  // Ours are plain text, refer to nothing, need no merging and have fields of their own. Should the library look for one
  // of these under another name, the page works as before and is only larger, which the test of its first load tells.
  resolve: {
    alias: [
      { find: 'markdown-to-jsx/react', replacement: `${root}src/stand-ins/markdown.tsx` },
      { find: 'fast-equals', replacement: `${root}src/stand-ins/equals.ts` },
      { find: 'fast-uri', replacement: `${root}src/stand-ins/uri.ts` },
      { find: /^@x0k\/json-schema-merge(?:\/.*)?$/, replacement: `${root}src/stand-ins/merge.ts` },
      { find: /^\.\.?\/getDefaultRegistry\.js$/, replacement: `${root}src/stand-ins/registry.ts` },
    ],
  },
  server: { port: 4000, strictPort: true, cors: false },
  builder: {},
  environments: {
    client: {
      // The content policy allows no inlined files, and every browser we support preloads modules by itself.
      build: {
        outDir: `${repository}dist/web`,
        emptyOutDir: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // What is needed before the first paint comes together: in many small pieces it would be larger.
        rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
      },
    },
    ssr: {
      // In development a bundled CommonJS package would lose its `module`; the built program must need no node_modules.
      resolve: command === 'build' ? { noExternal: true } : {},
      build: {
        outDir: `${repository}dist`,
        emptyOutDir: false,
        copyPublicDir: false,
        ssr: true,
        target: 'node20',
        minify: true,
        rollupOptions: { input: { main: `${repository}server/src/main.ts` } },
      },
    },
  },
  test: {
    root: repository,
    maxWorkers: '100%',
    // A machine may be busy with other things: how soon something must happen is for the tests that are about it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      // What is pure keeps nothing that a test could leave to the next one, so its files share what they load.
      { extends: true, test: { name: 'shared', include: tests('shared'), isolate: false } },
      { extends: true, test: { name: 'server', include: tests('server') } },
      { extends: true, test: { name: 'web', include: tests('web'), pool: 'threads' } },
    ],
    // Tests see the form library as the page does, with the stand-ins above.
    server: { deps: { inline: [/@rjsf\//] } },
  },
}));
