import type { ArrayNode, Document, FieldNode, ObjectNode, Path, ValueNode } from './document.ts';
import { rememberingFew } from './remembering.ts';

/** A field that says something about a path. */
export interface Definition {
  readonly field: FieldNode;
  /** The braces it stands in, and the path of these. */
  readonly container: ObjectNode;
  readonly base: Path;
}

/** What a document says about one path: all of its definitions, wherever they stand and however they are spelled. */
export interface Spot {
  readonly path: Path;
  readonly members: ReadonlyMap<string, Spot>;
  /** Every field for exactly this path, in order, those that are dead too. */
  readonly definitions: readonly Definition[];
  /** Every field whose dotted key leads through this path to one below it. */
  readonly passing: readonly Definition[];
  /** The definitions that later ones have not replaced; the last one wins. */
  readonly live: readonly Definition[];
  readonly livePassing: readonly Definition[];
  /** The braces whose members belong to this path, those that count. */
  readonly bodies: readonly ObjectNode[];
}

interface GrowingSpot extends Spot {
  members: Map<string, GrowingSpot>;
  definitions: Definition[];
  passing: Definition[];
  live: Definition[];
  livePassing: Definition[];
  bodies: ObjectNode[];
}

/** What a spot begins with. Most spots stay leaves with one definition, so nothing is made before it is needed. */
const NO_MEMBERS: Map<string, GrowingSpot> = new Map();
const NO_DEFINITIONS: Definition[] = [];
const NO_BODIES: ObjectNode[] = [];

/** The list with one more; a list that is pushed to from the start takes the room of many. */
function grown<T>(list: T[], one: T): T[] {
  if (list.length === 0) return [one];
  list.push(one);
  return list;
}

/** The spots of a whole document. */
export const definitionsOf: (document: Document) => Spot = rememberingFew(({ root }) => {
  const spot = emptySpot([]);
  if (root.kind === 'object') enter(spot, root);
  return spot;
});

/** The spots of one item of a list, which is a small document of its own. */
export function definitionsOfItem(item: ValueNode, path: Path): Spot {
  const spot = emptySpot(path);
  for (const part of item.parts) if (part.kind === 'object') enter(spot, part);
  return spot;
}

/** The arrays that are written out in the definitions of a path. */
export function arraysOf(spot: Spot): readonly ArrayNode[] {
  return spot.definitions.flatMap(({ field }) => field.value.parts.filter((part) => part.kind === 'array'));
}

/** A definition that only takes over a value if there is one: `x: ${?X}`. */
export function isOptionalOverride({ field }: Definition): boolean {
  const [part, more] = field.value.parts;
  return part?.kind === 'substitution' && part.optional && more === undefined;
}

function emptySpot(path: Path): GrowingSpot {
  return {
    path,
    members: NO_MEMBERS,
    definitions: NO_DEFINITIONS,
    passing: NO_DEFINITIONS,
    live: NO_DEFINITIONS,
    livePassing: NO_DEFINITIONS,
    bodies: NO_BODIES,
  };
}

function enter(spot: GrowingSpot, container: ObjectNode): void {
  spot.bodies = grown(spot.bodies, container);
  for (const field of container.members) {
    if (field.kind === 'field' && field.key.path.length > 0) define(spot, { field, container, base: spot.path });
  }
}

function define(parent: GrowingSpot, definition: Definition): void {
  let spot = parent;
  for (const [place, name] of definition.field.key.path.entries()) {
    spot = memberOf(spot, name);
    if (place === definition.field.key.path.length - 1) break;
    dropScalars(spot);
    spot.passing = grown(spot.passing, definition);
    spot.livePassing = grown(spot.livePassing, definition);
  }
  spot.definitions = grown(spot.definitions, definition);
  if (holdsObject(definition.field.value)) extend(spot, definition);
  else replace(spot, definition);
}

function memberOf(spot: GrowingSpot, name: string): GrowingSpot {
  const known = spot.members.get(name);
  if (known !== undefined) return known;
  const made = emptySpot([...spot.path, name]);
  if (spot.members === NO_MEMBERS) spot.members = new Map();
  spot.members.set(name, made);
  return made;
}

/** An object joins those before it; anything else before it is dead. */
function extend(spot: GrowingSpot, definition: Definition): void {
  dropScalars(spot);
  spot.live = grown(spot.live, definition);
  for (const part of definition.field.value.parts) if (part.kind === 'object') enter(spot, part);
}

/** Anything but an object kills the objects before it. What it replaces of its own kind still counts as a default. */
function replace(spot: GrowingSpot, definition: Definition): void {
  if (!isOptionalOverride(definition)) {
    for (const member of spot.members.values()) bury(member);
    spot.bodies = NO_BODIES;
    spot.livePassing = NO_DEFINITIONS;
    if (isObject(spot.live[0])) spot.live = spot.live.filter((one) => !isObject(one));
  }
  spot.live = grown(spot.live, definition);
}

/** Of those that live, objects come before all else. */
function dropScalars(spot: GrowingSpot): void {
  if (spot.live.length > 0 && !isObject(spot.live.at(-1))) spot.live = spot.live.filter(isObject);
}

function isObject(definition: Definition | undefined): boolean {
  return definition !== undefined && holdsObject(definition.field.value);
}

function bury(spot: GrowingSpot): void {
  spot.live = NO_DEFINITIONS;
  spot.livePassing = NO_DEFINITIONS;
  spot.bodies = NO_BODIES;
  for (const member of spot.members.values()) bury(member);
}

/** Whether a value is an object as far as one can tell without resolving it. */
function holdsObject(value: ValueNode): boolean {
  return value.parts.some((part) => part.kind === 'object');
}
