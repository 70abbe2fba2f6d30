import { blockOf, blockOfRow, rowPathOf } from '../form/blocks.ts';

/** What the middle of the page shows. */
export type Route =
  | { readonly view: 'start' }
  | { readonly view: 'text' }
  | { readonly view: 'section'; readonly section: string; readonly setting: string | null };

/** The hash of the text view. */
export const textHash = '#/text';

/** The route a hash stands for: `#/sdk.aws.s3` is a section, `#/sdk.aws.s3.region` a setting in it. */
export function routeOf(hash: string): Route {
  const path = hash.replace(/^#\/?/, '');
  if (hash === textHash) return { view: 'text' };
  if (blockOf(path)) return { view: 'section', section: path, setting: null };
  const row = rowPathOf(path.split('.'));
  const block = blockOfRow(row);
  return block ? { view: 'section', section: block.section.path, setting: row } : { view: 'start' };
}

/** The hash of a section or setting; without one, that of the start. */
export function hashOf(path: string | null): string {
  return path === null ? '#/' : `#/${path}`;
}
