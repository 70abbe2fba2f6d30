import type { Gathered } from '../../form/blocks.ts';

/** In pixels: what stands above the first title, and how low a title and a row can be. */
const [headHeight, titleHeight, rowHeight] = [150, 36, 64];

/** The first blocks, as far as they fill the screen; one row at least, which may be reached by scrolling. */
export function inSight<Member>(blocks: readonly Gathered<Member>[]): readonly Gathered<Member>[] {
  let room = Math.max(window.innerHeight - headHeight, titleHeight + rowHeight);
  return blocks.flatMap(({ block, members }) => {
    const fitting = members.slice(0, Math.max(0, Math.ceil((room - titleHeight) / rowHeight)));
    room -= titleHeight + fitting.length * rowHeight;
    return fitting.length === 0 ? [] : [{ block, members: fitting }];
  });
}
