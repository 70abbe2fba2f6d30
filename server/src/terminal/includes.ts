import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve as resolvePath } from 'node:path';
import type { IncludeOutcome, IncludeSource } from '@clearml-conf/shared';
import { decode, maxOpenedBytes, parse } from '@clearml-conf/shared';

/** Opens includes as ClearML does: beside the including file, by their exact name. An address is never opened. */
export function localIncludes(path: string): IncludeSource {
  return ({ target, form }, from) => {
    if (form === 'url') return { kind: 'unknown' };
    const name = resolvePath(dirname(from ?? path), target);
    try {
      return includedFile(name);
    } catch {
      return { kind: 'unreadable' };
    }
  };
}

function includedFile(name: string): IncludeOutcome {
  const stats = statSync(name, { throwIfNoEntry: false });
  if (!stats) return { kind: 'missing' };
  if (!stats.isFile() || stats.size > maxOpenedBytes) return { kind: 'unreadable' };
  const decoding = decode(readFileSync(name));
  return decoding.ok ? { kind: 'document', document: parse(decoding.text), name } : { kind: 'unreadable' };
}
