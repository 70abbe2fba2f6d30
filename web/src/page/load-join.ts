import type { Join } from '../session/happening.ts';

/** The way to put both sides of a file together; without it, while the program is away, people are asked. */
export async function loadJoin(): Promise<Join | undefined> {
  try {
    return (await import('../draft/join.ts')).joinQuietly;
  } catch {
    return undefined;
  }
}
