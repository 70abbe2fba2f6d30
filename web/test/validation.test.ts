import { partsOf, type Setting } from '@clearml-conf/shared';
import validator from '@rjsf/validator-ajv8';
import { describe, expect, it } from 'vitest';
import { blockOfRow, keyIn, rows } from '../src/form/blocks.ts';
import { typesOf } from '../src/form/control.ts';
import { formSchema } from '../src/form/schema.ts';
import { faultsOf } from '../src/form/validation.ts';

const amounts = ['-1', '0', '1', '5', '99', '100', '101', '2.5', '65535', '65536'];

/** Settings that are a number and nothing else: there our check and the one of the form library mean the same. */
const numbers = rows.filter((setting) => {
  const [type, more] = typesOf(setting);
  return more === undefined && (type === 'integer' || type === 'number') && !setting.enum;
});

function librarySays(setting: Setting, source: string): boolean {
  const block = blockOfRow(setting.path);
  const schema = block && formSchema(block).properties[keyIn(block.section.path, setting.path)];
  return schema !== undefined && validator.isValid(schema, Number(source), schema);
}

describe('our check of a number', () => {
  it.each(numbers.map((setting) => [setting.path, setting] as const))('agrees with JSON Schema on %s', (_, setting) => {
    for (const source of amounts) {
      const isFine = faultsOf(setting, partsOf(setting.path), { kind: 'number', source }).length === 0;
      expect([source, isFine]).toEqual([source, librarySays(setting, source)]);
    }
  });
});
