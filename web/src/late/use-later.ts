import { useEffect, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/** The value for what can wait: a new one comes once everything else that it changes is on screen. */
export function useLater<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => (value === shown ? undefined : afterPaint(() => setShown(value))), [value, shown]);
  return shown;
}
