import type { ArrayNode, Document, FieldNode, Member, ObjectNode, ValueNode } from '../document.ts';

/** A value and where it stands: of a field, or an item of a list. */
export interface ValuePlace {
  readonly value: ValueNode;
  readonly field: FieldNode | null;
}

/** Every value of a document, outer before inner, in the order of the text. */
export function valuesOf(document: Document): readonly ValuePlace[] {
  const places: ValuePlace[] = [];
  const waiting: (ObjectNode | ArrayNode)[] = [document.root];
  for (let block = waiting.pop(); block; block = waiting.pop()) {
    for (const place of placesIn(block)) {
      places.push(place);
      for (const part of place.value.parts) if (part.kind === 'object' || part.kind === 'array') waiting.push(part);
    }
  }
  return places.sort((a, b) => a.value.from - b.value.from);
}

function placesIn(block: ObjectNode | ArrayNode): readonly ValuePlace[] {
  if (block.kind === 'array') return block.items.map((value) => ({ value, field: null }));
  return block.members.filter(isField).map((field) => ({ value: field.value, field }));
}

function isField(member: Member): member is FieldNode {
  return member.kind === 'field';
}
