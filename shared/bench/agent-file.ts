import { type Section, type Setting, sections, settingsIn } from '../src/catalog/index.ts';
import { formatValue, fromJson } from '../src/hocon/index.ts';

const LINES = 863;
const WIDTH = 80;

/**
 * A file of the make and length of the one that the agent's wizard writes: nested sections, every setting under a
 * comment that describes it, every third one commented out. Longer than `LINES` it is cut at a whole section.
 */
export function agentFile(): string {
  const lines = ['# settings of this machine'];
  for (const top of sections.filter((section) => section.parent === null)) lines.push(...block(top, ''));
  const kept = lines.slice(0, LINES);
  const open = kept.filter((line) => /^[^#]*\{$/.test(line)).length - kept.filter((line) => /^ *\}$/.test(line)).length;
  for (let depth = open - 1, at = kept.length - open; depth >= 0; depth--) kept[at++] = `${indentOf(depth)}}`;
  while (kept.length < LINES) kept.push('# end of the file');
  return `${kept.join('\n')}\n`;
}

function block(section: Section, indent: string): readonly string[] {
  const name = section.path.slice(section.path.lastIndexOf('.') + 1);
  if (/[[*]/.test(section.path)) return [];
  const inside = `${indent}    `;
  const fields = settingsIn(section.path).flatMap((setting, index) => field(setting, inside, index % 3 === 2));
  const children = sections.filter((child) => child.parent === section.path).flatMap((child) => block(child, inside));
  return [`${indent}${name} {`, ...fields, ...children, `${indent}}`];
}

function field(setting: Setting, indent: string, isCommented: boolean): readonly string[] {
  const value = formatValue(fromJson(setting.default ?? ''));
  if (!value.ok) return [];
  const name = setting.path.slice(setting.path.lastIndexOf('.') + 1);
  return [...comment(setting.description, indent), `${indent}${isCommented ? '# ' : ''}${name}: ${value.text}`, ''];
}

function comment(text: string, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = `${indent}#`;
  for (const word of text.split(' ')) {
    if (line.length + word.length >= WIDTH) {
      lines.push(line);
      line = `${indent}#`;
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

function indentOf(depth: number): string {
  return '    '.repeat(depth);
}
