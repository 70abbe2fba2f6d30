/** What this page calls itself where its unsaved text is kept, and which other pages are open. */
export interface OwnPage {
  readonly name: () => string;
  /** Goes on under the name of a page that is gone, so that its draft is this page's now. False if it is not gone. */
  readonly adopt: (name: string) => Promise<boolean>;
  /** Goes on under another name, so that what was kept under this one is left behind. */
  readonly renew: () => void;
  /** The names of the pages that are open in this browser. */
  readonly open: () => Promise<ReadonlySet<string>>;
}

const mark = 'clearml-conf.page.';

/**
 * A lock is held under the page's name for as long as the page lives, however it ends: a draft whose lock is free was
 * left behind. A browser that has no locks under this address offers every draft.
 */
function openOwnPage(): OwnPage {
  let name = newName();
  let release = () => {};
  const holdAs = async (other: string) => {
    const held = await hold(other);
    if (!held) return false;
    release();
    release = held;
    name = other;
    return true;
  };
  void holdAs(name);
  return {
    name: () => name,
    adopt: holdAs,
    renew: () => {
      name = newName();
      void holdAs(name);
    },
    open: async () => {
      const { held = [] } = (await locks()?.query()) ?? {};
      return new Set(held.flatMap((lock) => (lock.name?.startsWith(mark) ? [lock.name.slice(mark.length)] : [])));
    },
  };
}

function locks(): LockManager | undefined {
  return 'locks' in navigator ? navigator.locks : undefined;
}

function newName(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Resolves as soon as it is known whether the lock is ours, with what gives it back; else it is held until the page ends. */
function hold(name: string): Promise<(() => void) | null> {
  const manager = locks();
  if (!manager) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    void manager.request(mark + name, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(null);
      return new Promise<void>((release) => resolve(release));
    });
  });
}

export const ownPage = openOwnPage();
