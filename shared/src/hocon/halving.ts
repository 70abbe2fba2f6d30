/**
 * The first of the places from 0 to `count` that has come far enough, or `count` if none has; found by halving, so all
 * places behind it have come far enough, too.
 */
export function firstFrom(count: number, hasCome: (place: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hasCome(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
