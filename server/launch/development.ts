import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from 'vite';
import type { DevelopmentProgram } from '../src/development.ts';

const source = fileURLToPath(new URL('../src/development.ts', import.meta.url));

interface DevelopmentSource {
  readonly developmentProgram: (sessionKey: string) => DevelopmentProgram;
}

type CurrentProgram = () => Promise<DevelopmentProgram>;

/**
 * Puts the program in front of Vite's own chain: one process and one port, with the very gate of the built program.
 * The sources are asked for again at each request, so an edit of them counts at once.
 */
export function developmentServer(): Plugin {
  // Kept here, not in the sources: an edit of the server must not lock out the open page.
  const key = randomBytes(32).toString('base64url');
  let current: CurrentProgram | null = null;
  return {
    name: 'clearml-conf',
    apply: 'serve',
    transformIndexHtml: async (html) => (current ? (await current()).withKey(html) : html),
    configureServer: (vite) => {
      const program = programOf(vite, key);
      current = program;
      // Vite has put some of its own in the chain already; nothing may answer before the gate.
      vite.middlewares.stack.unshift({
        route: '',
        handle: (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
          program().then(({ chain }) => chain(request, response, next), next);
        },
      });
      if (vite.httpServer instanceof EventEmitter) guardUpgrades(vite.httpServer, program);
      // All of them reach the gate, as in the built program.
      if (vite.httpServer instanceof Server) vite.httpServer.maxHeadersCount = 0;
    },
  };
}

/** The program of the sources as they are now. */
function programOf(vite: ViteDevServer, key: string): CurrentProgram {
  let loaded: { readonly from: DevelopmentSource; readonly program: DevelopmentProgram } | null = null;
  return async () => {
    const environment = vite.environments['ssr'];
    if (!environment || !isRunnableDevEnvironment(environment)) throw new Error('Vite cannot run the program');
    const from = await environment.runner.import<DevelopmentSource>(source);
    if (loaded?.from !== from) loaded = { from, program: from.developmentProgram(key) };
    return loaded.program;
  };
}

/** Upgrades do not pass through the chain: Vite's listeners for them are put behind the gate. */
function guardUpgrades(server: EventEmitter, program: CurrentProgram): void {
  const listeners = server.rawListeners('upgrade');
  server.removeAllListeners('upgrade');
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const pass = ({ admits }: DevelopmentProgram) => {
      if (!admits(request)) socket.destroy();
      else for (const listener of listeners) listener.call(server, request, socket, head);
    };
    program().then(pass, () => socket.destroy());
  });
}
