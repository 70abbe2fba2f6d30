import { describe, expect, it } from 'vitest';
import { isPart, settings } from '../catalog/index.ts';
import { applyEdits, fromJson, parse, sameValue } from '../hocon/index.ts';
import { readSettings } from './reading.ts';

const written = settings
  .filter((setting) => !isPart(setting.path))
  .flatMap((setting) => {
    const values = [...(setting.default === undefined ? [] : [setting.default]), ...(setting.examples ?? [])];
    return values.map((value) => ({ path: setting.path, value }));
  });

describe('what the catalog names as a default or an example', () => {
  it.each(written)('of $path ($value) can be set, and fits when it is read again', ({ path, value }) => {
    const wanted = fromJson(value);
    const outcome = applyEdits('', [{ op: 'set', path: path.split('.'), value: wanted }]);
    if (!outcome.ok) throw new Error(outcome.code);
    const reading = readSettings(parse(outcome.text)).get(path);
    expect(reading?.state).toBe('set');
    expect(sameValue(reading?.value ?? null, wanted)).toBe(true);
  });
});
