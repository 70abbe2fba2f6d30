import { useEffect } from 'react';
import { page } from '../words/page.ts';

/** The title of the window: the file, and whether something is not saved. */
export function useTitle(path: string, isUnsaved: boolean): void {
  useEffect(() => {
    const name = path.split(/[\\/]/).at(-1) ?? path;
    document.title = `${isUnsaved ? `${page.unsavedMark} ` : ''}${name} – ${page.product}`;
  }, [path, isUnsaved]);
}
