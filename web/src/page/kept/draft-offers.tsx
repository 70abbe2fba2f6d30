import { changedSettings, maskedPath, parse, settingAt } from '@clearml-conf/shared';
import { useMemo } from 'react';
import { mask } from '../../diff/paint.ts';
import { pathsOf } from '../../form/unfinished.ts';
import type { Happening } from '../../session/happening.ts';
import { ownPage } from '../../session/own-page.ts';
import { changesInWords, drafts } from '../../words/history.ts';

import { momentInWords } from '../../words/time.ts';
import { loadJoin } from '../load-join.ts';
import { takeOver } from './use-kept-draft.ts';
import { type Offer, useOffers } from './use-offers.ts';

interface Props {
  /** The text of the file as it is now. */
  readonly file: string;
  readonly happen: (happening: Happening) => void;
}

/** Unsaved texts that were left behind by a page, a browser or a program that ended: offered, never applied unasked. */
export function DraftOffers({ file, happen }: Props) {
  const { offers, drop } = useOffers(file);
  const take = async (offer: Offer) => {
    if (await ownPage.adopt(offer.entry.page)) takeOver(offer.draft);
    happen({ type: 'taken-up', draft: offer.draft, join: await loadJoin() });
    document.getElementById('settings')?.focus({ preventScroll: true });
  };
  return (
    <div role="status">
      {offers
        .filter(({ entry }) => entry.page !== ownPage.name())
        .map((offer) => (
          <Offered
            key={offer.entry.page}
            offer={offer}
            file={file}
            onTake={() => void take(offer)}
            onDrop={() => drop(offer)}
          />
        ))}
    </div>
  );
}

interface OfferedProps {
  readonly offer: Offer;
  readonly file: string;
  readonly onTake: () => void;
  readonly onDrop: () => void;
}

function Offered({ offer, file, onTake, onDrop }: OfferedProps) {
  // Two texts are read for it, and the page is drawn with every key.
  const words = useMemo(() => wordsOf(offer, file), [offer, file]);
  return (
    <section className="banner" aria-label={drafts.title}>
      <h2>{drafts.title}</h2>
      <p>
        {drafts.from(momentInWords(new Date(offer.entry.time), new Date()), words)} {drafts.takeHint}
      </p>
      <div className="banner-acts">
        <button type="button" className="plain-button" onClick={onTake}>
          {drafts.take}
        </button>
        <button type="button" className="plain-button" onClick={onDrop}>
          {drafts.drop}
        </button>
      </div>
    </section>
  );
}

function wordsOf({ draft }: Offer, file: string): string {
  const former = draft.file ?? file;
  const changes =
    draft.text === former ? [] : [changesInWords(changedSettings(parse(former), parse(draft.text)), false)];
  const begun = pathsOf(draft.unfinished).map((path) => settingAt(path)?.title ?? maskedPath(path, mask));
  return [...changes, ...(begun.length > 0 ? [drafts.begun([...new Set(begun)].join(', '))] : [])].join('; ');
}
