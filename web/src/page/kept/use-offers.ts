import type { DraftEntry } from '@clearml-conf/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type KeptDraft, kept } from '../../session/kept.ts';
import { ownPage } from '../../session/own-page.ts';

/** An unsaved text whose page is gone. */
export interface Offer {
  readonly entry: DraftEntry;
  readonly draft: KeptDraft;
}

const lookAgainAfter = 1500;
/** A browser may tell of a page that crashed or is loaded again for a moment longer, which is long on a busy machine. */
const mostLooks = { usual: 2, whileOpen: 20 };

/** The unsaved texts that pages left behind; `file` is the text there is now. */
export function useOffers(file: string): { readonly offers: readonly Offer[]; readonly drop: (offer: Offer) => void } {
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  // The program may still tell of one for a moment after it was asked to remove it.
  const dropped = useRef(new Set<string>());
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (looks: number) => {
      const { offers: found, areMoreOpen } = await findOffers();
      if (isGone) return;
      setOffers(found.filter(({ entry }) => !dropped.current.has(entry.page)));
      const most = areMoreOpen ? mostLooks.whileOpen : mostLooks.usual;
      if (looks < most) timer = setTimeout(() => void look(looks + 1), lookAgainAfter);
    };
    void look(1);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  const drop = useCallback((offer: Offer) => {
    dropped.current.add(offer.entry.page);
    setOffers((old) => old.filter((one) => one !== offer));
    void kept.drafts.remove(offer.entry.page);
  }, []);
  // One that says what the file says was saved before its page could take it back.
  return { offers: offers.filter(({ draft }) => draft.text !== file || draft.unfinished), drop };
}

/** `areMoreOpen`: there are others, whose pages are said to be open. */
async function findOffers(): Promise<{ readonly offers: readonly Offer[]; readonly areMoreOpen: boolean }> {
  const entries = (await kept.drafts.list()) ?? [];
  if (entries.length === 0) return { offers: [], areMoreOpen: false };
  const open = await ownPage.open();
  const others = entries.filter(({ page }) => page !== ownPage.name());
  const left = others.filter(({ page }) => !open.has(page));
  const found = await Promise.all(left.map(async (entry) => ({ entry, draft: await kept.drafts.read(entry.page) })));
  const offers = found.flatMap(({ entry, draft }) => (draft ? [{ entry, draft }] : []));
  return { offers, areMoreOpen: left.length < others.length };
}
