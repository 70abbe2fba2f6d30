import { isRest, type Setting, type TypeName } from '@clearml-conf/shared';
import { type Block, keyIn } from './blocks.ts';

/** What a form is built from: the names and types of its settings. */
export interface FormSchema {
  readonly type: 'object';
  readonly properties: Record<string, PropertySchema>;
}

/**
 * All that the form library is told of a setting. A `default` is never among it: it would be written into the data, and
 * so into the file, as soon as the form is shown. Mutable, as form libraries declare schemas.
 */
interface PropertySchema {
  type: TypeName[];
}

export interface FormUiSchema {
  readonly [key: string]: { readonly 'ui:field': 'setting' };
}

/** The schema of the form that shows a block. */
export function formSchema(block: Block): FormSchema {
  return { type: 'object', properties: Object.fromEntries(entries(block, (setting) => ({ type: typesIn(setting) }))) };
}

function typesIn(setting: Setting): TypeName[] {
  return isRest(setting) ? ['object'] : [setting.type].flat();
}

/** Which of our fields shows each setting: always ours, since the library's own know only two states of a value. */
export function formUiSchema(block: Block): FormUiSchema {
  return Object.fromEntries(entries(block, () => ({ 'ui:field': 'setting' as const })));
}

function entries<T>(block: Block, make: (setting: Setting) => T): readonly (readonly [string, T])[] {
  return block.settings.map((setting) => [keyIn(block.section.path, setting.path), make(setting)]);
}
