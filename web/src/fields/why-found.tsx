import { createContext, useContext } from 'react';

/** Why a search found a row, where its own words do not show it; empty outside of a search. */
export const WhyFound = createContext('');

/** Stands before the help of the row, so that nothing moves when a row that was found can be edited. */
export function RowWhy() {
  const why = useContext(WhyFound);
  return why === '' ? null : (
    <>
      <span className="hit-why">{why}</span>{' '}
    </>
  );
}
