import type { Handler } from '../exchange.ts';
import { done } from './with-records.ts';

/** `POST /api/quit`: the program ends as soon as running saves and this answer are done. */
export function postQuit(quit: () => void): Handler {
  return async () => {
    quit();
    return done;
  };
}
