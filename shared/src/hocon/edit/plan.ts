import { sameLine, writtenRange } from '../body.ts';
import { type Definition, definitionsOf, definitionsOfItem, isOptionalOverride, type Spot } from '../definitions.ts';
import type { ConfigValue, FieldNode, Path, ValueNode } from '../document.ts';
import { isBlank } from '../lines.ts';
import type { Resolved } from '../resolved.ts';
import { spellingOf } from '../spelling.ts';
import { isObject, isTagged } from '../value.ts';
import { addMember } from './add.ts';
import type { Intent, MembersIntent } from './intent.ts';
import { planItems } from './list.ts';
import { each, Refused, type Stop } from './refusal.ts';
import { renameSpot } from './rename.ts';
import { type Layout, refuseUnwritable, renderField, renderKey, renderValue } from './render.ts';
import { cutOff, unsetSpot } from './unset.ts';
import type { Work } from './work.ts';

/** Works out what the intent for a whole document comes to. */
export function planDocument(work: Work, intent: Intent): Stop {
  const root = definitionsOf(work.document);
  return intent.kind === 'members' ? planMembers(work, [root], intent, work.resolution.root, false) : null;
}

/** The intent for what an item of a list holds. */
export function planItem(
  work: Work,
  { node, path, resolved }: { node: ValueNode; path: Path; resolved: Resolved | undefined },
  intent: MembersIntent,
): Stop {
  return planMembers(work, [definitionsOfItem(node, path)], intent, resolved, true);
}

/** `trail` leads from the braces where names begin to the object whose members are meant. */
function planMembers(
  work: Work,
  trail: readonly Spot[],
  { members, formerly }: MembersIntent,
  resolved: Resolved | undefined,
  inItem: boolean,
): Stop {
  const renamed = new Set(formerly.values());
  return each(members, ([name, intent]) => {
    const own = writtenSpot(trail, name);
    const former = formerly.get(name);
    if (former !== undefined) {
      // What had the name before has gone.
      if (own !== null && !renamed.has(name)) unsetSpot(work, own, { secret: true, inItem });
      return planRenamed(work, trail, former, name, intent, resolved, inItem);
    }
    if (own === null || renamed.has(name)) return addIntent(work, trail, name, intent);
    return planSpot(work, [...trail, own], intent, resolved?.members?.get(name), inItem);
  });
}

function planRenamed(
  work: Work,
  trail: readonly Spot[],
  former: string,
  name: string,
  intent: Intent,
  resolved: Resolved | undefined,
  inItem: boolean,
): Stop {
  const spot = writtenSpot(trail, former);
  if (spot === null) return new Refused('computed', [...(trail.at(-1)?.path ?? []), former]);
  const stop = renameSpot(work, spot, name);
  return stop ?? planSpot(work, [...trail, spot], intent, resolved?.members?.get(former), inItem);
}

function planSpot(
  work: Work,
  trail: readonly Spot[],
  intent: Intent,
  resolved: Resolved | undefined,
  inItem: boolean,
): Stop {
  const spot = trail.at(-1);
  if (spot === undefined) return null;
  const hasBraces = resolved?.computed !== true && spot.bodies.length > 0;
  if (work.ways.replacesWholes && !hasBraces && 'whole' in intent && intent.whole !== null) {
    return setSpot(work, spot, intent.whole, false);
  }
  switch (intent.kind) {
    case 'keep':
      return null;
    case 'absent':
      return unsetSpot(work, spot, { secret: intent.secret, inItem });
    case 'value':
      return setSpot(work, spot, intent.value, intent.secret);
    case 'members':
      return planMembers(work, trail, intent, resolved, inItem);
    case 'items':
      return planItems(work, spot, intent.items, resolved);
  }
}

/** What the document itself says about a member, where that counts. */
function writtenSpot(trail: readonly Spot[], name: string): Spot | null {
  const spot = trail.at(-1)?.members.get(name);
  return spot !== undefined && (spot.live.length > 0 || spot.livePassing.length > 0) ? spot : null;
}

/** A value that is not written here is new, even if a substitution or an include gives one already. */
function addIntent(work: Work, trail: readonly Spot[], name: string, intent: Intent): Stop {
  const value = newValue(intent);
  if (value !== null) return addMember(work, trail, name, value.value);
  return intent.kind === 'keep' ? null : new Refused('computed', [...(trail.at(-1)?.path ?? []), name]);
}

/** What has to be written for an intent where nothing is; null if that cannot be. */
function newValue(intent: Intent): { readonly value: ConfigValue } | null {
  if (intent.kind === 'value') return intent;
  if (intent.kind !== 'members') return null;
  const members = new Map<string, ConfigValue>();
  for (const [name, inner] of intent.members) {
    const value = newValue(inner);
    if (value === null) return null;
    members.set(name, value.value);
  }
  return { value: members };
}

/**
 * Gives a path a new value in the definition that wins. Earlier ones stay, but for those that a secret section was joined
 * from; dotted ones behind it would undo it.
 */
function setSpot(work: Work, spot: Spot, value: ConfigValue, secret: boolean): Stop {
  const stop = refuseUnwritable(value, spot.path);
  const winner = spot.live.findLast((one) => !isOptionalOverride(one)) ?? spot.live.at(-1);
  if (stop !== null) return stop;
  if (winner === undefined) return replacePassing(work, spot, value);
  const clears = (work.ways.clearsOthers && isObject(value)) || (secret && spot.bodies.length > 0);
  for (const other of clears ? [...spot.definitions, ...spot.passing] : spot.livePassing) {
    const undoes = clears ? other !== winner : other.field.from > winner.field.from;
    if (undoes) work.remove(other.container, other.field);
  }
  replaceValue(work, winner, value, secret);
  return null;
}

/** All there is are dotted lines for what lies below: the last of them makes room for the path itself. */
function replacePassing(work: Work, spot: Spot, value: ConfigValue): Stop {
  const last = spot.livePassing.at(-1);
  if (last === undefined) return new Refused('computed', spot.path);
  for (const { container, field } of spot.livePassing) work.remove(container, field);
  const style = work.style(last.container);
  const names = last.field.key.path.slice(0, spot.path.length - last.base.length);
  const key = renderKey(names, style);
  if (key === null) return new Refused('unwritable-key', spot.path);
  const text = renderField(key, value, style, 'block');
  work.add(last.container, { kind: 'fresh', text }, last.field);
  return null;
}

function replaceValue(work: Work, { field, container }: Definition, value: ConfigValue, secret: boolean): void {
  const { text } = work.document;
  const style = work.style(container);
  const written = renderValue(value, style, layoutOf(work, field, container), spellingOf(text, field.value));
  const old = writtenRange(work.document, field.value);
  const to = endOfChange(text, secret ? cutOff(work.document, old.to) : old.to, value);
  if (field.separator === null && !isObject(value)) {
    work.change(field.key.to, to, style.separator + written);
    return;
  }
  if (field.separator?.sign === '+=') work.change(field.key.to, field.separator.to, style.separator.trimEnd());
  const lead = old.from === old.to ? missingBlanks(text, field, style.separator) : '';
  work.change(old.from, to, lead + written);
}

/** At the end of a file ClearML reads a number with blanks behind it as text. */
function endOfChange(text: string, to: number, value: ConfigValue): number {
  const isNumber = typeof value === 'number' || typeof value === 'bigint' || isTagged(value);
  return isNumber && isBlank(text.slice(to)) ? text.length : to;
}

function layoutOf(work: Work, field: FieldNode, container: Definition['container']): Layout {
  const startsLine = work.row(container, field)?.startsLine === true;
  return startsLine && sameLine(work.document.text, field.key.to, field.value.from) ? 'block' : 'line';
}

/** The blanks between a separator and a value that was not there. */
function missingBlanks(text: string, field: FieldNode, separator: string): string {
  return /[ \t]$/.test(text.slice(field.from, field.value.from)) ? '' : separator.replace(/^[ \t]*[:=]/, '');
}
