import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { developmentServer } from '../server/launch/development.ts';
import { validators } from './validators.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('..', import.meta.url));

/** One configuration for both sides: `vite build --app` makes dist/web (the page) and dist/main.js (the program). */
export default defineConfig(({ command }) => ({
  root,
  plugins: [react(), validators(), ...(process.env['VITEST'] ? [] : [developmentServer()])],
  // The form library describes fields in Markdown and follows references; ours are plain text, and far lighter.
  resolve: {
    alias: {
      'markdown-to-jsx/react': `${root}src/markdown/react.tsx`,
      'fast-uri': `${root}src/references/uri.ts`,
    },
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
    include: ['{shared,server,web}/{src,test,launch}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
}));
