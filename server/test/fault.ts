import type { ConnectionQuery, ConnectionStepName } from '@clearml-conf/shared';
import { onTestFinished } from 'vitest';
import type { Identity } from '../../e2e/certificates.ts';
import { apiServer, type Listening, serve } from '../../e2e/clearml-server.ts';

/** One real fault: what is asked, in which environment, and what must be told of it. */
export interface Fault {
  readonly query: Partial<ConnectionQuery>;
  readonly environment?: Readonly<Record<string, string>>;
  /** The step that fails; the API server's unless said. */
  readonly step?: ConnectionStepName;
  readonly told: object;
  /** What the sentence in the terminal must name. */
  readonly names?: readonly string[];
}

/** A server for one test, closed after it. */
export async function own(starting: Promise<Listening>): Promise<Listening> {
  const listening = await starting;
  onTestFinished(listening.close);
  return listening;
}

/** An API server that is as it should be. */
export const api = (identity?: Identity) => own(serve(apiServer(), identity ? { identity } : {}));

/** Where it is, as a cause tells it. */
export const at = ({ host, port }: Listening) => ({ host, port });
