import { connect, type Socket } from 'node:net';

export interface RawRequest {
  readonly method: string;
  readonly target: string;
  /** Sent as they are, in this order: nothing is added, nothing is joined. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: Uint8Array | string;
  /** Says right after it that nothing more will come. */
  readonly end?: boolean;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Sends exactly these bytes over a connection of its own and reads the answer to its end. */
export async function sendRaw(port: number, request: RawRequest): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  const lines = [
    `${request.method} ${request.target} HTTP/1.1`,
    ...request.headers.map(([name, value]) => `${name}: ${value}`),
  ];
  // In one piece: whoever answers to the head alone and hangs up would else be sent the body after that.
  socket.write(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), Buffer.from(request.body ?? '')]));
  if (request.end) socket.end();
  return readAnswer(await everythingFrom(socket));
}

/** What comes until the other side ends. A whole answer stays one when the connection is reset behind it. */
async function everythingFrom(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of socket) chunks.push(Buffer.from(chunk));
  } catch (error) {
    if (!isWhole(Buffer.concat(chunks))) throw error;
  }
  return Buffer.concat(chunks);
}

function isWhole(bytes: Buffer): boolean {
  const { headers, body } = readAnswer(bytes);
  return body.length === Number(headers.get('content-length') ?? Number.NaN);
}

/** The code in the body of an answer that is a problem. */
export function codeOf(answer: RawAnswer): unknown {
  const problem: unknown = JSON.parse(answer.body.toString('utf8'));
  return problem !== null && typeof problem === 'object' && 'code' in problem ? problem.code : undefined;
}

function readAnswer(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { status: Number(first.split(' ')[1]), headers, body: bytes.subarray(end + 4) };
}
