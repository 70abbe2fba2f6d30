import { startTransition, useEffect, useMemo, useState } from 'react';
import type { Block } from '../form/blocks.ts';
import { afterPaint } from '../late/after-paint.ts';

/** In pixels: what stands above the first row, and how low a row can be. */
const [headHeight, leastHeight] = [100, 64];

/** How many rows fill the screen, if each is as low as a row can be. */
function rowsInSight(): number {
  return Math.max(1, Math.ceil((window.innerHeight - headHeight) / leastHeight));
}

/** A section in pieces: what is in sight is painted first, the others come frame by frame. */
export function usePieces(block: Block, isWhole: boolean): readonly Block[] {
  const [size] = useState(rowsInSight);
  const pieces = useMemo(() => piecesOf(block, size), [block, size]);
  const [count, setCount] = useState(isWhole ? pieces.length : 1);
  const isAll = isWhole || count >= pieces.length;
  useEffect(() => {
    if (isAll) return;
    return afterPaint(() => startTransition(() => setCount(count + 1)));
  }, [isAll, count]);
  return isAll ? pieces : pieces.slice(0, count);
}

function piecesOf({ section, settings }: Block, size: number): readonly Block[] {
  const count = Math.ceil(settings.length / size);
  return Array.from({ length: count }, (_, at) => ({ section, settings: settings.slice(at * size, (at + 1) * size) }));
}
