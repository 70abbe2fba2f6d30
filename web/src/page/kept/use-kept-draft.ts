import { useEffect, useRef } from 'react';
import type { LoadedFile } from '../../draft/loaded-file.ts';
import type { Unfinished } from '../../form/unfinished.ts';
import { type KeptDraft, kept } from '../../session/kept.ts';
import { ownPage } from '../../session/own-page.ts';
import type { Link } from '../../session/session.ts';

/** Short enough that with the way to the disk a text is kept within a second. */
const soon = 400;

/** Keeps the unsaved text with the program, for the case that this page, its browser or the program ends without a save. */
export function useKeptDraft(
  { text: file, revision }: LoadedFile,
  text: string,
  unfinished: Unfinished | null,
  link: Link,
): void {
  const latest = useRef<KeptDraft>({ text, file, revision, unfinished });
  latest.current = { text, file, revision, unfinished };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it begins anew with every other text
  useEffect(() => {
    if (link !== 'up') return;
    // A timer that runs already takes the text that is there when it ends.
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void keepNow(latest.current);
    }, soon);
  }, [text, file, unfinished, link]);
  // Not with every text: one timer is for all that is typed until it ends.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  useEffect(() => {
    const flush = () => void (document.visibilityState === 'hidden' && keepNow(latest.current));
    document.addEventListener('visibilitychange', flush);
    return () => document.removeEventListener('visibilitychange', flush);
  }, []);
}

let written: KeptDraft | null = null;
let queue: Promise<boolean> = Promise.resolve(true);

/** What an earlier page left behind is this page's own now, to be removed once it is saved. */
export function takeOver(draft: KeptDraft): void {
  written = draft;
}

/** Leaves what is kept for whoever opens the file next. */
export function leaveBehind(): void {
  written = null;
  ownPage.renew();
}

/** Keeps it, or removes what was kept once nothing is unsaved, one after another. False where it could not be kept. */
export function keepNow(draft: KeptDraft): Promise<boolean> {
  queue = queue.then(() => keep(draft));
  return queue;
}

async function keep(draft: KeptDraft): Promise<boolean> {
  if (draft.text === draft.file && !draft.unfinished) {
    if (written === null || (await kept.drafts.remove(ownPage.name()))) written = null;
    return true;
  }
  if (written && isSame(written, draft)) return true;
  const isKept = await kept.drafts.write(ownPage.name(), draft);
  if (isKept) written = draft;
  return isKept;
}

function isSame(one: KeptDraft, other: KeptDraft): boolean {
  const rests = [one, other].map(({ unfinished }) => JSON.stringify(unfinished ?? null));
  return one.text === other.text && one.file === other.file && rests[0] === rests[1];
}
