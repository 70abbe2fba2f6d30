import { describe, expect, it } from 'vitest';
import type { Happening } from './happening.ts';
import { reduce } from './reducer.ts';
import { after, context, file, outside } from './stage.ts';

describe('a session', () => {
  it.each([
    ['editing', { kind: 'document', file }],
    ['welcome', { kind: 'missing' }],
    ['blocked', { kind: 'blocked', reason: { code: 'folder' } }],
  ] as const)('starts %s', (phase, opening) => {
    expect(after({ type: 'opened', context, opening }).phase).toBe(phase);
  });
});

describe('a file that is not there', () => {
  const missing: Happening = { type: 'opened', context, opening: { kind: 'missing' } };

  it('is begun with a text that differs from nothing', () => {
    const session = after(missing, { type: 'created', text: 'api {}\n' });
    expect(session).toMatchObject({
      phase: 'editing',
      file: { text: '', revision: null },
      timeline: { draft: { base: 'api {}\n' } },
    });
  });

  it('may appear meanwhile, which is a conflict', () => {
    const session = after(
      missing,
      { type: 'created', text: 'api {}\n' },
      { type: 'found-outside', opening: { kind: 'document', file: outside }, known: null },
    );
    expect(session.phase).toBe('conflicted');
    const away: Happening = { type: 'found-outside', opening: { kind: 'missing' }, known: null };
    expect(reduce(session, away).phase).toBe('editing');
  });
});
