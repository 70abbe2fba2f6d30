import type { FieldValue } from '../form/value.ts';

type Items = readonly FieldValue[];

export function replaceItem(items: Items, at: number, item: FieldValue): Items {
  return items.map((old, place) => (place === at ? item : old));
}

export function removeItem(items: Items, at: number): Items {
  return items.filter((_, place) => place !== at);
}

export function insertItem(items: Items, at: number, item: FieldValue): Items {
  return [...items.slice(0, at), item, ...items.slice(at)];
}

export function moveItem(items: Items, from: number, to: number): Items {
  const item = items[from];
  return item === undefined ? items : insertItem(removeItem(items, from), to, item);
}
