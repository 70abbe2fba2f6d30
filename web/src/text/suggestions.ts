import {
  type Document,
  formatValue,
  type Json,
  type ObjectNode,
  type Path,
  type PathAt,
  pathAt,
  type Setting,
  sections,
  settingAt,
  settings,
} from '@clearml-conf/shared';

/** Something that could be written at a place. */
export interface Suggestion {
  readonly label: string;
  /** What is put in, and how far into it the caret goes. */
  readonly insert: string;
  readonly caret: number;
  readonly kind: 'section' | 'setting' | 'value' | 'default' | 'example';
  /** What it is, in the words of the catalog. */
  readonly title: string;
  readonly help: string;
}

/** Whether what is typed is already one of the values that could be written, with quotes or without. */
export function isWritten(typed: string, { list }: Suggestions): boolean {
  return list.some(({ kind, label }) => !names.has(kind) && (label === typed || label === `"${typed}"`));
}

const names: ReadonlySet<Suggestion['kind']> = new Set(['section', 'setting']);

export interface Suggestions {
  readonly from: number;
  readonly list: readonly Suggestion[];
}

/** What could be written at an offset: the names a section may hold, or the values a setting may have. */
export function suggestionsAt(document: Document, offset: number): Suggestions | null {
  const at = pathAt(document, offset);
  if (isInside(document, offset, 'comment')) return null;
  return valuesAt(at, offset) ?? namesAt(document, at, offset);
}

function isInside({ tokens }: Document, offset: number, kind: 'comment'): boolean {
  const [before] = tokens.across({ from: offset - 1, to: offset });
  return before?.kind === kind;
}

const typedName = /(?:^|[\n{,[])[ \t]*((?:[\w-]+\.)*)([\w-]*)$/;

function namesAt({ text }: Document, { object }: PathAt, offset: number): Suggestions | null {
  const typed = typedName.exec(text.slice(0, offset));
  if (!typed) return null;
  const [, dotted = '', begun = ''] = typed;
  const path = [...object.path, ...dotted.split('.').slice(0, -1)];
  const taken = dotted === '' ? namesOf(object.node, offset) : new Set<string>();
  const list = childrenOf(path).filter(({ label, kind }) => kind === 'section' || !taken.has(label));
  return { from: offset - begun.length, list: list.map((one) => spelled(one, separatorIn(object.node))) };
}

/** The names an object has already, without the one that is being typed. */
function namesOf(node: ObjectNode | null, offset: number): ReadonlySet<string> {
  const fields = node?.members.flatMap((member) => (member.kind === 'field' ? [member.key] : [])) ?? [];
  return new Set(fields.filter(({ from, to }) => offset < from || offset > to).map(({ path }) => path[0] ?? ''));
}

function separatorIn(node: ObjectNode | null): string {
  const fields = node?.members.flatMap((member) => (member.kind === 'field' ? [member.separator] : [])) ?? [];
  return fields.find((sign) => sign !== null)?.sign === '=' ? ' = ' : ': ';
}

type Child = Pick<Suggestion, 'label' | 'kind' | 'title' | 'help'> & { readonly type: Setting['type'] | null };

function childrenOf(path: Path): readonly Child[] {
  const base = path.map((step) => (typeof step === 'number' ? '[]' : `.${step}`)).join('');
  const start = base === '' ? '' : `${base.slice(1)}.`;
  const name = (whole: string) => (whole.startsWith(start) ? whole.slice(start.length) : '');
  const isName = (one: string) => /^[\w-]+$/.test(one);
  return [
    ...sections
      .filter((section) => isName(name(section.path)))
      .map(({ path: whole, title, help }) => ({
        label: name(whole),
        kind: 'section' as const,
        title,
        help,
        type: null,
      })),
    ...settings
      .filter((setting) => isName(name(setting.path)))
      .map(({ path: whole, title, description: help, type }) => {
        return { label: name(whole), kind: 'setting' as const, title, help, type };
      }),
  ];
}

function spelled({ type, ...child }: Child, separator: string): Suggestion {
  const [before, after] = aroundCaret(type, separator);
  return { ...child, insert: `${child.label}${before}${after}`, caret: child.label.length + before.length };
}

function aroundCaret(type: Child['type'], separator: string): readonly [string, string] {
  if (type === null || type === 'object') return [' {', '}'];
  return type === 'array' ? [`${separator}[`, ']'] : [separator, ''];
}

function valuesAt({ part, path, value }: PathAt, offset: number): Suggestions | null {
  const setting = settingAt(path);
  const [only, more] = value?.parts ?? [];
  if (part !== 'value' || !value || !setting || setting['x-secret'] || more) return null;
  if (only && (only.kind !== 'literal' || offset < only.from || offset > only.to)) return null;
  return { from: only?.from ?? offset, list: valuesOf(setting) };
}

function valuesOf(setting: Setting): readonly Suggestion[] {
  const types: readonly string[] = [setting.type].flat();
  const choices = [...(setting.enum ?? []), ...(types.includes('boolean') ? [true, false] : [])];
  const all = [
    ...choices.map((value) => ({ value, kind: value === setting.default ? ('default' as const) : ('value' as const) })),
    { value: setting.default ?? null, kind: 'default' as const },
    ...(setting.examples ?? []).map((value) => ({ value, kind: 'example' as const })),
  ];
  const seen = new Set<string>();
  return all.flatMap(({ value, kind }) => {
    const text = writtenOf(value);
    if (text === null || seen.has(text)) return [];
    seen.add(text);
    return [{ label: text, insert: text, caret: text.length, kind, title: setting.title, help: '' }];
  });
}

function writtenOf(value: Json): string | null {
  if (value === null || typeof value === 'object') return null;
  const written = formatValue(value);
  return written.ok ? written.text : null;
}
