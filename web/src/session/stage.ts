import type { DocumentContext, Edit } from '@clearml-conf/shared';
import type { LoadedFile } from '../draft/loaded-file.ts';
import type { Happening } from './happening.ts';
import { reduce } from './reducer.ts';
import { isWorking, type Session, type Working } from './session.ts';

/** Round a file in the home folder. */
export const context: DocumentContext = {
  file: {
    path: '/home/me/clearml.conf',
    reason: 'home',
    target: null,
    exists: true,
    mode: '600',
    tracked: null,
    problem: null,
    readOnly: null,
  },
  clearmlReads: '/home/me/clearml.conf',
  alsoMerged: [],
  environment: [],
  variables: [],
  versions: { program: '0.1.0', node: '20.19.0' },
};
/** As it was opened. */
export const file: LoadedFile = { text: 'api {}\n', revision: 'r1' };
/** As somebody else left it. */
export const outside: LoadedFile = { text: 'api { x: 1 }\n', revision: 'r2' };
export const edit: Edit = { op: 'set', path: ['api', 'api_server'], value: 'http://localhost:8008' };
export const open: Happening = { type: 'opened', context, opening: { kind: 'document', file } };
export const typed: Happening = { type: 'edited', edits: [edit], visit: 'api.api_server' };

/** A session after these things happened from its beginning. */
export function after(...happenings: readonly Happening[]): Session {
  return happenings.reduce(reduce, { phase: 'loading' });
}

/** The same for a session with an open file. */
export function working(...happenings: readonly Happening[]): Working {
  const session = after(open, ...happenings);
  if (!isWorking(session)) throw new Error(`not working but ${session.phase}`);
  return session;
}

export function reduceWorking(session: Session, happening: Happening): Working {
  const next = reduce(session, happening);
  if (!isWorking(next)) throw new Error(`not working but ${next.phase}`);
  return next;
}
