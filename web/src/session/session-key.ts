import { sessionAddress, sessionMeta, startLinkMark } from '@clearml-conf/shared';

/** The key of a page as it was served; none where a start link has to bring it. */
function keyIn(html: string): string | null {
  return new RegExp(`name="${sessionMeta}" content="([^"]+)"`).exec(html)?.[1] ?? null;
}

/** What a page has to show so that it is let in. */
export interface Keyring {
  /** Empty while there is none. */
  readonly key: () => Promise<string>;
  /** Takes the key from the page as it is served now: a program that was started again has another one. */
  readonly renew: (page: () => Promise<string | null>) => Promise<void>;
  /** Whether the last link that was opened had been used before. */
  readonly isSpent: () => boolean;
}

/**
 * The key this page starts with. The secret of a start link is exchanged for it at once and taken out of the address
 * before anything else, so that it is in no history and no copied link; also when it is opened in a page that is there
 * already, which goes on with it.
 */
export function openKeyring(): Keyring {
  let key = Promise.resolve(keyIn(document.head.innerHTML) ?? '');
  let isSpent = false;
  const enter = (before: string) => {
    const { hash } = location;
    if (!hash.startsWith(startLinkMark)) return;
    history.replaceState(null, '', before);
    const old = key;
    key = exchange(hash.slice(startLinkMark.length)).then(async (answer) => {
      isSpent = answer?.status === 401;
      return answer?.ok ? answer.text() : old;
    });
  };
  enter(location.pathname);
  window.addEventListener('hashchange', ({ oldURL }) => enter(oldURL));
  return {
    key: () => key,
    isSpent: () => isSpent,
    renew: async (page) => {
      const next = keyIn((await page()) ?? '');
      if (next !== null) key = Promise.resolve(next);
    },
  };
}

/** Null where the program does not answer. */
function exchange(secret: string): Promise<Response | null> {
  const headers = { 'content-type': 'application/octet-stream' };
  return fetch(sessionAddress, { method: 'POST', cache: 'no-store', headers, body: secret }).catch(() => null);
}
