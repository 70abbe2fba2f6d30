import type { DraftEntry } from '@clearml-conf/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type KeptDraft, kept } from '../session/kept.ts';
import { ownPage } from '../session/own-page.ts';

/** An unsaved text whose page is gone. */
export interface Offer {
  readonly entry: DraftEntry;
  readonly draft: KeptDraft;
}

/** A browser that is loading a page again may tell of the old one for a moment. */
const lookAgainAfter = 1500;

/** The unsaved texts that pages left behind; `file` is the text there is now. */
export function useOffers(file: string): { readonly offers: readonly Offer[]; readonly drop: (offer: Offer) => void } {
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  // The program may still tell of one for a moment after it was asked to remove it.
  const dropped = useRef(new Set<string>());
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const found = await findOffers();
      if (!isGone) setOffers(found.filter(({ entry }) => !dropped.current.has(entry.page)));
    };
    void look();
    const timer = setTimeout(() => void look(), lookAgainAfter);
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

async function findOffers(): Promise<readonly Offer[]> {
  const entries = (await kept.drafts.list()) ?? [];
  if (entries.length === 0) return [];
  const open = await ownPage.open();
  const left = entries.filter(({ page }) => page !== ownPage.name() && !open.has(page));
  const found = await Promise.all(left.map(async (entry) => ({ entry, draft: await kept.drafts.read(entry.page) })));
  return found.flatMap(({ entry, draft }) => (draft ? [{ entry, draft }] : []));
}
