/** How many letters differ, two that changed places counting as one. */
export function distanceOf(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let at = 1; at <= other.length; at++) {
      const differs = one[row - 1] === other[at - 1] ? 0 : 1;
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      const plain = Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + differs);
      now.push(swapped ? Math.min(plain, (before[at - 2] ?? 0) + 1) : plain);
    }
    before = last;
    last = now;
  }
  return last[other.length] ?? 0;
}
