import { isRest, partsOf, type Setting, type TypeName } from '@clearml-conf/shared';

/** Which control shows a setting. */
export type ControlKind =
  | 'text'
  | 'secret'
  | 'number'
  | 'switch'
  | 'choice'
  | 'scalar'
  | 'texts'
  | 'text-or-texts'
  | 'cards'
  | 'table'
  | 'none';

/** The types a setting may have, without null. */
export function typesOf(setting: Pick<Setting, 'type'>): readonly TypeName[] {
  const { type } = setting;
  return (typeof type === 'string' ? [type] : type).filter((name) => name !== 'null');
}

/** The control for a setting, from its schema keywords alone. */
export function controlOf(setting: Setting): ControlKind {
  const types = typesOf(setting);
  if (isRest(setting)) return 'table';
  if (types.length > 1) return mixedControl(types);
  switch (types[0]) {
    case 'boolean':
      return 'switch';
    case 'integer':
    case 'number':
      return setting.enum ? 'choice' : 'number';
    case 'array':
      return partsOf(setting.path).length > 0 ? 'cards' : 'texts';
    case 'object':
      return 'table';
    case 'string':
      return setting['x-secret'] ? 'secret' : setting.enum ? 'choice' : 'text';
    default:
      return 'none';
  }
}

function mixedControl(types: readonly TypeName[]): ControlKind {
  if (types.includes('object')) return 'none';
  return types.includes('array') ? 'text-or-texts' : 'scalar';
}
