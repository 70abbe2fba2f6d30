import type { ValidatorFunctions } from '@rjsf/validator-ajv8';
import { createContext, useContext, useEffect, useState } from 'react';
import { afterPaint } from '../late/after-paint.ts';

const ChecksContext = createContext<ValidatorFunctions | null>(null);
export const ChecksProvider = ChecksContext.Provider;

/** The checks of all sections; null until they are loaded. */
export function useChecks(): ValidatorFunctions | null {
  return useContext(ChecksContext);
}

/** Loads the checks once the page is painted: nobody has typed anything wrong before that. */
export function useLoadedChecks(isShown: boolean): ValidatorFunctions | null {
  const [checks, setChecks] = useState<ValidatorFunctions | null>(null);
  useEffect(() => {
    const load = async () => setChecks((await import('virtual:validators')).default);
    // Without them only advice is missing, and a page whose program went away says so itself.
    return isShown ? afterPaint(() => load().catch(() => {})) : undefined;
  }, [isShown]);
  return checks;
}
