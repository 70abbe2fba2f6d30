import { fileURLToPath } from 'node:url';
import { compileSchemaValidatorsCode } from '@rjsf/validator-ajv8/compileSchemaValidators';
import { type Plugin, runnerImport } from 'vite';

const source = fileURLToPath(new URL('./src/form/check.ts', import.meta.url));
const name = 'virtual:validators';
const resolved = `\0${name}`;

type Source = typeof import('./src/form/check.ts');

/**
 * Makes the module `virtual:validators`: the checks of all sections as ready code. Schemas are turned into code here,
 * since the page's content policy forbids to do that in the browser.
 */
export function validators(): Plugin {
  return {
    name: 'validators',
    resolveId: (id) => (id === name ? resolved : null),
    async load(id) {
      if (id !== resolved) return null;
      const { module, dependencies } = await runnerImport<Source>(source, { configFile: false });
      for (const file of [source, ...dependencies]) this.addWatchFile(file);
      return validatorsCode(module);
    },
  };
}

function validatorsCode({ checkSchemas }: Source): string {
  const [first = {}, ...others] = checkSchemas();
  const code = compileSchemaValidatorsCode(first, {
    ajvFormatOptions: false,
    // Words are ours: what the checks carry for messages would only be loaded for nothing.
    ajvOptionsOverrides: { code: { esm: true, lines: false }, verbose: false, messages: false, inlineRefs: false },
    extenderFn: (ajv) => ajv.addSchema(others),
  });
  if (/\brequire\(/.test(code)) throw new Error('A check needs code that the browser does not have');
  return `${code}\nexport default { ${[first, ...others].map(({ $id }) => $id).join(', ')} };\n`;
}
