import { blockOf, blockOfRow, rowPathOf } from '../form/blocks.ts';

/** What the middle of the page shows. */
export type Route =
  | { readonly view: 'start' }
  | { readonly view: 'text' }
  | { readonly view: 'history' }
  /** The address names nothing that we know. */
  | { readonly view: 'nowhere'; readonly path: string }
  /** From a paste to a connection, and the page after it is saved. */
  | { readonly view: 'connect' | 'done' }
  | { readonly view: 'section'; readonly section: string; readonly setting: string | null };

/** The hash of the text view. */
export const textHash = '#/text';
export const connectHash = '#/connect';
export const doneHash = '#/done';

/** The hash of the earlier texts. */
export const historyHash = '#/history';

/**
 * The route a hash stands for: `#/sdk.aws.s3` is a section, `#/sdk.aws.s3.region` a setting in it. What follows a `?`
 * belongs to the search.
 */
export function routeOf(address: string): Route {
  const [hash = ''] = address.split('?');
  const path = pathIn(hash);
  if (path === '') return { view: 'start' };
  if (hash === textHash) return { view: 'text' };
  if (hash === historyHash) return { view: 'history' };
  if (hash === connectHash) return { view: 'connect' };
  if (hash === doneHash) return { view: 'done' };
  if (blockOf(path)) return { view: 'section', section: path, setting: null };
  const row = rowPathOf(path.split('.'));
  const block = blockOfRow(row);
  return block ? { view: 'section', section: block.section.path, setting: row } : { view: 'nowhere', path };
}

/** Whether two routes show the same: a section does whichever of its settings is meant. */
export function showsSame(one: Route, other: Route): boolean {
  const sections = [one, other].map((route) => (route.view === 'section' ? route.section : null));
  return one.view === other.view && sections[0] === sections[1];
}

/** An address that was typed or cut off may be written wrongly; then it is taken as it stands. */
function pathIn(hash: string): string {
  const path = hash.replace(/^#\/?/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The hash of a section or setting; without one, that of the start. */
export function hashOf(path: string | null): string {
  return path === null ? '#/' : `#/${path}`;
}
