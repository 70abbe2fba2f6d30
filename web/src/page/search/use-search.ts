import { useEffect, useState } from 'react';
import { addressPart, queryOf, textOfAddress } from '../../search/query.ts';

export interface Search {
  readonly text: string;
  readonly setText: (text: string) => void;
}

/** What was searched for at which address, for who comes back from the review. Typed words may be secret: only here. */
let last = { address: '', text: '' };

/** What is searched for. Its filters and section stand in the address, so that a link leads to them. */
export function useSearch(): Search {
  const [text, setText] = useState(() => (last.address === location.hash ? last.text : textOfAddress(location.hash)));
  useEffect(() => {
    const follow = () => setText(textOfAddress(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    const [place = ''] = location.hash.split('?');
    const address = `${place || '#/'}${addressPart(queryOf(text))}`;
    if (address !== (location.hash || '#/')) history.replaceState(history.state, '', address);
    last = { address: location.hash, text };
  }, [text]);
  return { text, setText };
}
