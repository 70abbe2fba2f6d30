import { isRest, partsOf, type Setting, type TypeName } from '@clearml-conf/shared';

/** Which control shows a setting. */
export type ControlKind =
  | 'text'
  | 'secret'
  | 'number'
  | 'switch'
  | 'switch-or-text'
  | 'choice'
  | 'scalar'
  | 'texts'
  | 'text-or-texts'
  | 'cards'
  | 'table'
  | 'groups'
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
      return partsOf(setting.path).length > 0 ? 'groups' : 'table';
    case 'string':
      return setting['x-secret'] ? 'secret' : isClosed(setting) ? 'choice' : 'text';
    default:
      return 'none';
  }
}

/** Whether ClearML takes the listed values alone. */
function isClosed(setting: Setting): boolean {
  return setting.enum !== undefined && setting['x-enum'] !== 'open';
}

function mixedControl(types: readonly TypeName[]): ControlKind {
  if (types.includes('object')) return types.includes('string') ? 'scalar' : 'none';
  if (types.length === 2 && types.includes('boolean') && types.includes('string')) return 'switch-or-text';
  return types.includes('array') ? 'text-or-texts' : 'scalar';
}
