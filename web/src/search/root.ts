/** Endings in which the forms of a word differ, and how many letters must stand before each. The longest come first. */
const endings: readonly (readonly [ending: string, before: number])[] = [
  ['ications', 4],
  ['ication', 4],
  ['ations', 4],
  ['ation', 4],
  ['ating', 4],
  ['ments', 4],
  ['ated', 4],
  ['ates', 4],
  ['ings', 4],
  ['ions', 4],
  ['ment', 4],
  ['ate', 4],
  ['ied', 3],
  ['ies', 3],
  ['ing', 4],
  ['ion', 4],
  ['ed', 4],
  ['es', 4],
  ['s', 3],
];

/** The beginning that the forms of a word share: `upload` of uploads, uploaded and uploading. */
export function rootOf(word: string): string {
  const found = endings.find(([ending, before]) => word.endsWith(ending) && word.length - ending.length >= before);
  const bare = found ? word.slice(0, -found[0].length) : word;
  // `running` is a form of `run`.
  if (found && /([bdgmnprt])\1$/.test(bare)) return bare.slice(0, -1);
  return bare.length > 4 ? bare.replace(/[ey]$/, '') : bare;
}
