/** What a search can be narrowed to, typed as `@set`. */
export const filters = ['changed', 'set', 'env', 'problem', 'basic', 'secret'] as const;
export type Filter = (typeof filters)[number];

/** What somebody looks for. */
export interface Query {
  /** In small letters; all of them must fit. */
  readonly words: readonly string[];
  readonly filters: readonly Filter[];
  /** Only in this section and those inside it. */
  readonly section: string | null;
  /** What begins like a filter and can become none. */
  readonly unknown: readonly string[];
}

const sectionMark = '@in:';

/** Reads what is typed: words, and `@` with a filter or `@in:` with a section. */
export function queryOf(text: string): Query {
  const parts = text.split(/\s+/).filter((part) => part !== '');
  const section = parts.find((part) => part.startsWith(sectionMark))?.slice(sectionMark.length) ?? '';
  return {
    words: parts.filter((part) => !part.startsWith('@')).map((part) => part.toLowerCase()),
    filters: filters.filter((filter) => parts.includes(`@${filter}`)),
    section: section === '' ? null : section,
    unknown: parts.filter(isUnknown),
  };
}

/** Not while it may still be on the way to a filter. */
function isUnknown(part: string): boolean {
  if (!part.startsWith('@') || part.startsWith(sectionMark)) return false;
  return ![sectionMark, ...filters.map((filter) => `@${filter}`)].some((mark) => mark.startsWith(part));
}

/** Whether anything is looked for. */
export function isEmpty({ words, filters: chosen, section, unknown }: Query): boolean {
  return words.length === 0 && chosen.length === 0 && section === null && unknown.length === 0;
}

/** The text with a filter put in, or taken out. */
export function toggled(text: string, filter: Filter): string {
  const parts = text.split(/\s+/).filter((part) => part !== '');
  const mark = `@${filter}`;
  return parts.includes(mark) ? parts.filter((part) => part !== mark).join(' ') : `${[mark, ...parts].join(' ')} `;
}

/** The text narrowed to a section; without one, to none. */
export function within(text: string, section: string | null): string {
  const rest = text.split(/\s+/).filter((part) => part !== '' && !part.startsWith(sectionMark));
  return [...(section === null ? [] : [`${sectionMark}${section}`]), ...rest].join(' ');
}

/** The part of an address that keeps filters and section, never a word: what is typed may be a secret. */
export function addressPart({ filters: chosen, section }: Query): string {
  const parts = [...chosen, ...(section === null ? [] : [`in:${section}`])];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** The text that stands for the part of an address. */
export function textOfAddress(hash: string): string {
  const at = hash.indexOf('?');
  if (at < 0) return '';
  const parts = hash.slice(at + 1).split('&');
  const known = parts.filter((part) => filters.some((filter) => filter === part) || /^in:[\w.]+$/.test(part));
  return known.map((part) => `@${part} `).join('');
}
