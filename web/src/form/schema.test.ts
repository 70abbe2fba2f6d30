import { describe, expect, it } from 'vitest';
import { blocks, keyIn, prefixOf, settingOfField } from './blocks.ts';
import { formSchema, formUiSchema } from './schema.ts';

describe('the schema the form library is given', () => {
  it.each(blocks)('of $section.path has names and types alone, and no default that would be written', (block) => {
    const { properties } = formSchema(block);
    expect(Object.keys(properties)).toEqual(block.settings.map(({ path }) => keyIn(block.section.path, path)));
    for (const property of Object.values(properties)) expect(Object.keys(property)).toEqual(['type']);
  });

  it.each(blocks)('of $section.path leaves every value to our own field', (block) => {
    const fields = Object.values(formUiSchema(block));
    expect(fields).toEqual(block.settings.map(() => ({ 'ui:field': 'setting' })));
  });

  it.each(blocks)('of $section.path makes ids that are the paths of its settings', (block) => {
    const { path: section } = block.section;
    const ids = block.settings.map(({ path }) => `${prefixOf(section)}.${keyIn(section, path)}`);
    expect(ids.map((id) => settingOfField(id)?.path)).toEqual(block.settings.map(({ path }) => path));
  });
});
