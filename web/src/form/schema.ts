import type { Setting, TypeName } from '@clearml-conf/shared';
import { type Block, keyIn } from './blocks.ts';

/** A JSON Schema object for one form: the keywords of its settings, without defaults and examples. */
export interface FormSchema {
  readonly type: 'object';
  readonly properties: Record<string, PropertySchema>;
}

/**
 * What a form library may know of a setting. A `default` is never among it: it would be written into the data, and so
 * into the file, as soon as the form is shown. Mutable, as form libraries declare schemas.
 */
export interface PropertySchema {
  title: string;
  description: string;
  type: TypeName[];
  enum?: (string | number | boolean | null)[];
  minimum?: number;
  maximum?: number;
  pattern?: string;
}

export interface FormUiSchema {
  readonly [key: string]: { readonly 'ui:field': 'setting' };
}

/** The schema of the form that shows a block. */
export function formSchema(block: Block): FormSchema {
  return { type: 'object', properties: Object.fromEntries(entries(block, propertyOf)) };
}

/** Which of our fields shows each setting: always ours, since the library's own know only two states of a value. */
export function formUiSchema(block: Block): FormUiSchema {
  return Object.fromEntries(entries(block, () => ({ 'ui:field': 'setting' as const })));
}

function entries<T>(block: Block, make: (setting: Setting) => T): readonly (readonly [string, T])[] {
  return block.settings.map((setting) => [keyIn(block.section.path, setting.path), make(setting)]);
}

function propertyOf(setting: Setting): PropertySchema {
  const { title, description, minimum, maximum, pattern } = setting;
  const listed = setting.enum?.filter((option) => typeof option !== 'object' || option === null);
  return {
    title,
    description,
    type: [setting.type].flat(),
    ...(listed && { enum: listed }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(pattern !== undefined && { pattern }),
  };
}
