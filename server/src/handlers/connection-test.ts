import { linesType } from '@clearml-conf/shared';
import { testConnection } from '../connection/connection-test.ts';
import { readQuery } from '../connection/query.ts';
import type { Handler, Telling } from '../exchange.ts';
import { problemAnswer } from '../exchange.ts';
import { readJsonBody } from '../json-body.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';

/** A person starts one at a time; a page that starts many is not one that a person uses. */
const mostAtOnce = 3;

/** `POST /api/connection-test`: each step of the test, one a line, as it happens. */
export function postConnectionTest({ environment, folder }: Pick<Surroundings, 'environment' | 'folder'>): Handler {
  let running = 0;
  return async ({ body, port }) => {
    const read = readJsonBody(body);
    const query = read.ok ? readQuery(read.value) : null;
    if (!query) return problemAnswer(400, 'bad-request');
    if (running >= mostAtOnce) return problemAnswer(429, 'too-many-tests');
    running += 1;
    const telling: Telling = async (tell, signal) => {
      const world = { environment, folder, ownPort: port };
      try {
        await testConnection(query, world, (step) => tell(`${JSON.stringify(step)}\n`), signal);
      } finally {
        running -= 1;
      }
    };
    return { status: 200, headers: { 'content-type': linesType }, body: telling };
  };
}
