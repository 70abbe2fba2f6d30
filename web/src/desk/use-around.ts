import { createContext, useContext } from 'react';
import { type Around, nothingAround } from '../draft/around.ts';

const AroundContext = createContext<Around>(nothingAround);
export const AroundProvider = AroundContext.Provider;

/** What decides beside the file. */
export function useAround(): Around {
  return useContext(AroundContext);
}
