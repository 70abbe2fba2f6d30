/** The index of the first that is not before what is sought, by halving; all that are before it stand in front. */
export function firstNotBefore<Item>(all: readonly Item[], isBefore: (item: Item) => boolean): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = all[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
