import { randomUUID } from 'node:crypto';
import type { ConfigJson, ConfigValue } from '@clearml-conf/shared';
import { fromJson, isList, isObject } from '@clearml-conf/shared';

const textOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The value that a person typed: JSON, or plain text if it is not JSON. */
export function givenValue(text: string): ConfigValue {
  const value = jsonValue(text);
  return value === undefined ? text : value;
}

/** JSON as a value; numbers keep the digits they are written with. Undefined if it is not JSON. */
function jsonValue(text: string): ConfigValue | undefined {
  const { json, mark } = markedJson(text);
  return json === undefined ? undefined : withNumbers(fromJson(json), mark);
}

/**
 * JSON.parse turns numbers into floats, so each one goes through it as a text with a mark that nobody can have written.
 * Only text that is JSON as it stands is marked.
 */
export function markedJson(text: string): { readonly json: ConfigJson | undefined; readonly mark: string } {
  const mark = `${randomUUID()}:`;
  try {
    JSON.parse(text);
    const json: ConfigJson = JSON.parse(
      text.replace(textOrNumber, (one) => (one.startsWith('"') ? one : `"${mark}${one}"`)),
    );
    return { json, mark };
  } catch {
    return { json: undefined, mark };
  }
}

/** The value with its marked texts turned back into numbers. */
export function withNumbers(value: ConfigValue, mark: string): ConfigValue {
  if (typeof value === 'string' && value.startsWith(mark)) return { kind: 'number', source: value.slice(mark.length) };
  if (isList(value)) return value.map((item) => withNumbers(item, mark));
  if (isObject(value)) return new Map([...value].map(([name, member]) => [name, withNumbers(member, mark)]));
  return value;
}
