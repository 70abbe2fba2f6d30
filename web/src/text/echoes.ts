/** Longer than any echo takes, in milliseconds. */
const patience = 300;

/** Tells the echo of typing from a text that comes from elsewhere. */
export interface Echoes {
  /** Something was typed; it will come back as a base. */
  readonly await: (text: string) => void;
  /** A text came that was worked out from `base`: `bring` is called now, later or never. */
  readonly heard: (base: string, bring: () => void) => void;
  readonly end: () => void;
}

/**
 * The page draws a text a moment after it was typed, and by then more may have been typed. Such a late echo must not take
 * the new letters back. But it may also be an undo that came in between: if no newer echo follows, it is brought in.
 */
export function newEchoes(): Echoes {
  let awaited: readonly string[] = [];
  let late: ReturnType<typeof setTimeout> | undefined;
  return {
    await: (text) => {
      awaited = [...awaited, text];
      clearTimeout(late);
    },
    heard: (base, bring) => {
      clearTimeout(late);
      const isLate = awaited.includes(base) && awaited.at(-1) !== base;
      if (isLate) {
        late = setTimeout(bring, patience);
        return;
      }
      awaited = [];
      bring();
    },
    end: () => clearTimeout(late),
  };
}
