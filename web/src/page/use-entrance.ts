import { accessKey, secretKey } from '@clearml-conf/shared';
import { useState } from 'react';
import type { Derived } from '../draft/derived.ts';
import { type Override, winsEverywhere } from '../draft/override.ts';
import type { Route } from '../route/route.ts';

/** Whether people came without asking for anything, to a file that nobody can sign in with: it opens with the paste. */
export function useEntrance(route: Route, { file }: Derived, overrides: ReadonlyMap<string, Override>): boolean {
  const [first] = useState(() => ({ route, isPlain: location.hash === '' }));
  if (!first.isPlain || route !== first.route) return false;
  const isSound = file.problems.every(({ severity }) => severity !== 'error');
  return isSound && [accessKey, secretKey].some((setting) => !isGiven(setting, file, overrides));
}

function isGiven(setting: string, { readings }: Derived['file'], overrides: ReadonlyMap<string, Override>): boolean {
  const override = overrides.get(setting);
  if (override && winsEverywhere(override)) return true;
  const reading = readings.get(setting);
  return reading !== undefined && reading.state !== 'unset' && reading.value !== '';
}
