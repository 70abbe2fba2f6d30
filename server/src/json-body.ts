/** A body that is one value in JSON, or that it is not: then it is the request that is wrong (400, `bad-request`). */
export type JsonBody = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

const deepest = 16;
/** In a text that is JSON: each string, and each sign that stands outside of one. */
const signs = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * Reads strictly: what two readers could understand in two ways (a name twice, bytes that are no UTF-8, a byte order
 * mark) and what is nested deeper than anything of ours is no JSON here.
 */
export function readJsonBody(body: Uint8Array): JsonBody {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const value: unknown = JSON.parse(text);
    return hasPlainForm(text) ? { ok: true, value } : { ok: false };
  } catch {
    return { ok: false };
  }
}

/** Whether no object has a name twice and nothing is nested too deep. */
function hasPlainForm(json: string): boolean {
  const open: Set<unknown>[] = [];
  let last = '';
  for (const [sign] of json.matchAll(signs)) {
    if (sign === '{' || sign === '[') open.push(new Set());
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ':' && !isNew(open.at(-1), JSON.parse(last))) return false;
    if (open.length > deepest) return false;
    last = sign;
  }
  return true;
}

function isNew(names: Set<unknown> | undefined, name: unknown): boolean {
  if (names?.has(name)) return false;
  names?.add(name);
  return true;
}
