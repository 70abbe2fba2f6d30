import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The bench is built like the program, so that it measures the code people run. */
export default defineConfig({
  ssr: { external: ['jsonc-parser', 'hocon-parser', '@pushcorn/hocon-parser'] },
  build: {
    ssr: fileURLToPath(new URL('main.ts', import.meta.url)),
    outDir: fileURLToPath(new URL('../node_modules/.bench', import.meta.url)),
    emptyOutDir: true,
    target: 'node20',
  },
  logLevel: 'warn',
});
