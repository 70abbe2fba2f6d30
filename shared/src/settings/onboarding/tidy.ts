const quoted = /"(?:[^"\\\r\n]|\\[^\r\n])*"/;
const odd = new RegExp(
  `${quoted.source}|[\\u00a0\\u2007\\u202f\\u200b\\u200c\\u200d\\u2060\\ufeff\\u201c\\u201d\\u201e\\u2018\\u2019]`,
  'g',
);
const fence = /^[ \t]*(?:```|~~~)[^\r\n]*$/gm;
const mailQuote = /^(?:[ \t]*>)+(?=[ \t])/gm;

/**
 * The text without what copying adds: signs that cannot be seen, printers' quotes, the fences of Markdown and the signs
 * of a quoting mail. Each becomes as many plain signs, so that places stay; inside straight quotes nothing is touched.
 */
export function tidied(text: string): string {
  return text
    .replace(odd, (found) => (found.length > 1 ? found : plain(found)))
    .replace(fence, blanked)
    .replace(mailQuote, blanked);
}

function plain(sign: string): string {
  if ('\u201c\u201d\u201e'.includes(sign)) return '"';
  return '\u2018\u2019'.includes(sign) ? "'" : ' ';
}

function blanked(found: string): string {
  return ' '.repeat(found.length);
}
