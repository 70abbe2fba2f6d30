import { sessionAddress, sessionMeta, startLinkMark } from '@clearml-conf/shared';

/** The key of a page as it was served; none where a start link has to bring it. */
export function keyIn(html: string): string | null {
  return new RegExp(`name="${sessionMeta}" content="([^"]+)"`).exec(html)?.[1] ?? null;
}

/**
 * The key this page starts with. The secret of a start link is exchanged for it at once and taken out of the address
 * before anything else, so that it is in no history and no copied link.
 */
export async function firstKey(): Promise<string> {
  const { hash, pathname } = location;
  if (!hash.startsWith(startLinkMark)) return keyIn(document.head.innerHTML) ?? '';
  history.replaceState(null, '', pathname);
  const body = hash.slice(startLinkMark.length);
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await fetch(sessionAddress, { method: 'POST', cache: 'no-store', headers, body }).catch(() => null);
  return answer?.ok ? answer.text() : (keyIn(document.head.innerHTML) ?? '');
}
