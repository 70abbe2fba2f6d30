import { useEffect } from 'react';
import { partedPath } from '../desk/parted-path.ts';
import { page } from '../words/page.ts';

/** The title and the sign of the window: the file, and whether something is not saved. */
export function useTitle(path: string, isUnsaved: boolean): void {
  useEffect(() => {
    const { name } = partedPath(path);
    document
      .querySelector('link[rel="icon"]')
      ?.setAttribute('href', isUnsaved ? '/favicon-unsaved.svg' : '/favicon.svg');
    document.title = `${isUnsaved ? `${page.unsavedMark} ` : ''}${name} – ${page.product}`;
  }, [path, isUnsaved]);
}
