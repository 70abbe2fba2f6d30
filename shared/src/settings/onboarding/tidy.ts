const quoted = /"(?:[^"\\\r\n]|\\[^\r\n])*"/;
const quotes: Readonly<Record<string, string>> = {
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\uff1a': ':',
  '\uff1d': '=',
};
const odd = String.raw`[\u00a0\u2007\u202f\u200b\u200c\u200d\u2060\ufeff\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\uff1a\uff1d]`;
/** What Markdown and web pages put round words, and the words themselves. */
const marked =
  /(?<![^\s(])(?:`[^`\s"']+`|\*\*[A-Za-z][\w :]{1,30}\*\*)(?![^\s:,.;)])|<\/?(?:br|p|div|span|pre|code|li|td|tr)\b[^<>\r\n]{0,200}>/;
const outsideQuotes = new RegExp(`${quoted.source}|${odd}|${marked.source}`, 'gi');

const url = String.raw`(?<![\w/:])https?:\/\/[^\s<>"|()\[\]]{1,300}`;
/** An address as chats, mails and Markdown write it, which make links of it. */
const links: readonly RegExp[] = [
  new RegExp(String.raw`(?<before>)(?<url>${url})[ \t]*<${url}>`, 'gi'),
  new RegExp(String.raw`(?<before><)(?<url>${url})(?:\|[^<>\r\n]{0,300})?>`, 'gi'),
  new RegExp(String.raw`(?<before>\[[^\[\]\r\n]{0,300}\]\()(?<url>${url})\)`, 'gi'),
];
const fence = /^[ \t]*(?:```|~~~)[^\r\n]*$/gm;
const mailQuote = /^(?:[ \t]*>)+(?=[ \t])/gm;
const prompts = [
  String.raw`(?:PS )?[A-Z]:\\[^>\r\n]*>`,
  String.raw`In ?\[\d*\]:(?=[ \t])`,
  String.raw`\[?[\w.-]+@[\w.-]+[: ][~/\w.-]*\]?[ \t]?[$#%](?=[ \t])`,
  String.raw`[$%](?=[ \t])`,
];
const prompt = new RegExp(String.raw`^[ \t]*(?:\([\w.-]+\)[ \t]*)?(?:${prompts.join('|')})`, 'gm');
const numbered = /^[ \t]*(\d{1,6})[ \t]*(?:[:|.)](?=[ \t]|$)|(?=[ \t]|$))/;

/**
 * The text without what copying adds: signs that cannot be seen, printers' quotes, the marks of Markdown, web pages and
 * quoting mails, the prompts of shells, the numbers of lines. Each becomes as many plain signs, so that places stay;
 * inside straight quotes hardly anything is touched.
 */
export function tidied(text: string): string {
  const unmarked = asLines(text).replace(fence, blanked).replace(mailQuote, blanked).replace(prompt, blanked);
  const unlinked = links.reduce((left, link) => left.replace(link, bareAddress), withoutNumbers(unmarked));
  return unlinked.replace(outsideQuotes, plain);
}

/** As long as they are. Behind a quote a blank does no harm: no value keeps one at its ends. */
const escapes: Readonly<Record<string, string>> = {
  '\\n': ' \n',
  '\\r': '  ',
  '\\t': '  ',
  '\\"': '" ',
  '\\\\': '\\ ',
};

/** A whole text that a program has written as one quoted line. */
function asLines(text: string): string {
  const isOneLine = !/[\r\n]/.test(text.trim());
  if (!isOneLine || !text.includes('\\n') || !text.includes('\\"')) return text;
  return text.replace(/\\[nrt"\\]/g, (found) => escapes[found] ?? found);
}

/** Only where every line has its number, each one more than the one before. */
function withoutNumbers(text: string): string {
  const lines = text.split('\n');
  const first = Number(numbered.exec(lines[0] ?? '')?.[1]);
  const isNumbered = (line: string, at: number) =>
    Number(numbered.exec(line)?.[1]) === first + at || (at === lines.length - 1 && line.trim() === '');
  return lines.length > 2 && lines.every(isNumbered)
    ? lines.map((line) => line.replace(numbered, blanked)).join('\n')
    : text;
}

function bareAddress(found: string, before: string, address: string): string {
  return (' '.repeat(before.length) + address).padEnd(found.length);
}

function plain(found: string): string {
  if (found.length === 1) return quotes[found] ?? ' ';
  if (found.startsWith('"')) return found;
  if (found.startsWith('<')) return blanked(found);
  return found.replace(/^(?:`|\*\*)|(?:`|\*\*)$/g, blanked);
}

function blanked(found: string): string {
  return ' '.repeat(found.length);
}
