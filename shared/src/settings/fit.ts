import type { Fragment, TypeName } from '../catalog/index.ts';
import { type ConfigValue, isList, isObject } from '../hocon/index.ts';

type Expectation = Pick<Fragment, 'type' | 'items'>;

/** Whether a value as ClearML reads it is of a type the setting may have. The parts of objects are not looked at. */
export function fits(value: ConfigValue, { type, items }: Expectation): boolean {
  const names: readonly TypeName[] = typeof type === 'string' ? [type] : type;
  return names.some((name) => isOfType(value, name) && (name !== 'array' || itemsFit(value, items)));
}

function itemsFit(value: ConfigValue, items: Expectation['items'] | undefined): boolean {
  const expected = items?.type;
  if (!isList(value) || expected === undefined) return true;
  return value.every((item) => isOfType(item, expected));
}

function isOfType(value: ConfigValue, name: TypeName): boolean {
  switch (name) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return typeof value === 'bigint' || Number.isInteger(value);
    case 'number':
      return typeof value === 'bigint' || typeof value === 'number';
    case 'array':
      return isList(value);
    case 'object':
      return isObject(value);
  }
}
