import { expect, test } from 'vitest';
import { fc } from '../../../shared/test/random.ts';
import { isHalfWritten } from './recovery.ts';

test('half written is told from whole and from written by somebody else', () => {
  const bytes = fc.uint8Array({ maxLength: 30 });
  fc.assert(
    fc.property(bytes, bytes, fc.nat(30), (former, next, many) => {
      const written = next.subarray(0, many);
      const now = Buffer.concat([written, former.subarray(written.length)]);
      const whole = now.equals(former) || now.equals(next);
      expect(isHalfWritten(now, { former, next })).toBe(!whole);
      expect(isHalfWritten(Buffer.concat([now, Buffer.from([1, 2, 3])]), { former, next: former })).toBe(false);
    }),
  );
});
