import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ConnectionQuery, ConnectionStep } from '@clearml-conf/shared';
import { connectionTestAddress, jsonType, sessionHeader } from '@clearml-conf/shared';
import { sessionKey } from './served-file.ts';

export interface Told {
  readonly status: number;
  readonly type: string;
  /** Everything that came back, as it came. */
  readonly text: string;
  readonly steps: readonly ConnectionStep[];
}

export interface AskOptions {
  readonly body?: string;
  readonly type?: string;
  readonly signal?: AbortSignal;
}

/** Asks for a connection test as our page does, with what the options make different. */
export async function askForSteps(port: number, query: ConnectionQuery, options: AskOptions = {}): Promise<Told> {
  const { body = JSON.stringify(query), type = jsonType, signal } = options;
  const headers = {
    origin: `http://localhost:${port}`,
    'sec-fetch-site': 'same-origin',
    'content-type': type,
    [sessionHeader]: sessionKey,
  };
  const target = { host: '127.0.0.1', port, path: connectionTestAddress, method: 'POST' } as const;
  return new Promise((resolve, reject) => {
    const sent = request(
      { ...target, headers: { host: `localhost:${port}`, ...headers }, ...(signal && { signal }) },
      (response) => {
        text(response).then((all) => {
          const status = response.statusCode ?? 0;
          const answerType = response.headers['content-type'] ?? '';
          resolve({ status, type: answerType, text: all, steps: status === 200 ? stepsIn(all) : [] });
        }, reject);
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

function stepsIn(lines: string): readonly ConnectionStep[] {
  return lines.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}
