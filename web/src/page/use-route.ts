import { useEffect, useState } from 'react';
import type { Fetched } from '../late/late.tsx';
import { type Route, routeOf } from '../route/route.ts';
import { connectPart, donePart, historyPart, nowherePart, textPart } from './late-parts.ts';

const parts: Readonly<Partial<Record<Route['view'], Fetched>>> = {
  text: textPart,
  history: historyPart,
  connect: connectPart,
  done: donePart,
  nowhere: nowherePart,
};

/** Where the address says we are. Until what is shown there is loaded, or cannot be, we are where we were. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    let wanted = '';
    const follow = () => {
      const { hash } = location;
      wanted = hash;
      const next = routeOf(hash);
      const part = parts[next.view];
      if (!part || part.loaded() !== null) return setRoute(next);
      void part
        .fetch()
        .catch(() => {})
        .then(() => {
          if (wanted === hash) setRoute(next);
        });
    };
    window.addEventListener('hashchange', follow);
    return () => {
      wanted = '';
      window.removeEventListener('hashchange', follow);
    };
  }, []);
  return route;
}
