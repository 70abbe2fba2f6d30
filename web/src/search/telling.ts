/** Words of which a question is made, and that say nothing about what is looked for. */
const silent: ReadonlySet<string> = new Set(
  [
    'a all am an and any are as at be been being but by can cannot could did do does doing done each else ever for from',
    'get gets getting give go goes going got had has have having her here his how i if in instead into is it its just',
    'know let lets like may me might must my need needs no not of on one only or other our out over own please put puts',
    'rather say says see should so some such tell than that the their them then there these they this those to too',
    'under up us use used uses using very want wants was way we were what when where which while who why will with would',
    'you your yours',
    'change changing choose configure configuration config define edit find make makes making option options parameter',
    'possible set sets setting settings setup specify value clearml conf',
    "can't cannot doesn't don't how's i'd i'm i've isn't it's what's where's won't",
  ].flatMap((line) => line.split(' ')),
);

/** What of the words says something, without the signs round them; all words, where none says anything. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const bare = words.map(withoutSigns).filter((word) => word !== '');
  const telling = bare.filter((word) => !silent.has(word));
  return telling.length > 0 ? telling : bare;
}

/** `proxy?` and `"proxy"` ask for `proxy`. */
function withoutSigns(word: string): string {
  return word.replaceAll('’', "'").replace(/^["'“‘„(]+|["'”)?!.,;:]+$/g, '');
}
