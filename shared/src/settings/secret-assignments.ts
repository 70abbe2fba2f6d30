import type { Range } from '../hocon/index.ts';
import { LineIndex } from '../hocon/position.ts';
import { isSecretKey } from './secret-name.ts';

/** Longer names are not looked at. */
const NAME_LIMIT = 200;
const signs = /[:=]/g;
const nameSign = /[\p{L}\p{N}_.-]/u;
/** Nearly every sign is one of these, and looking one up is quicker than asking the expression. */
const asciiNameSigns = Array.from({ length: 128 }, (_, code) => nameSign.test(String.fromCharCode(code)));
const settingAhead = /["']?[\p{L}_][\p{L}\p{N}_.-]{0,80}["']?[ \t]{0,20}[:=]/uy;
const keyword = /^(?:true|false|null)$/i;

/** A key before a `:` or `=`: in quotes, inside a quoted text (`"TOKEN=x"`), at the start of a setting or amid a text. */
interface Name {
  readonly text: string;
  readonly stands: 'quoted' | 'inside' | 'first' | 'amid';
}

/**
 * Values behind names that look secret, found in the bare text without any parsing: in comments, in broken text, in
 * words for a command line (`-e TOKEN=x`). Rather too much is masked than too little.
 */
export function assignedSecrets(text: string): readonly Range[] {
  return new Scan(text).secrets();
}

/** One pass over a text. It never looks back behind what it has masked, so that its time grows with the length only. */
class Scan {
  private readonly text: string;
  private readonly lines: LineIndex;

  constructor(text: string) {
    this.text = text;
    this.lines = new LineIndex(text);
  }

  secrets(): readonly Range[] {
    const found: Range[] = [];
    for (let sign = this.nextSign(0); sign >= 0; ) {
      const name = this.nameBefore(sign);
      const value = name && isSecretKey(name.text) ? this.valueBehind(sign, name) : null;
      if (value && !this.isKeyword(value)) found.push(value);
      sign = this.nextSign(Math.max(sign + 1, value?.to ?? 0));
    }
    return found;
  }

  private nextSign(from: number): number {
    signs.lastIndex = from;
    return signs.exec(this.text)?.index ?? -1;
  }

  private isKeyword({ from, to }: Range): boolean {
    return to - from <= 5 && keyword.test(this.text.slice(from, to));
  }

  private nameBefore(sign: number): Name | null {
    const { text } = this;
    let to = text[sign - 1] === '+' ? sign - 1 : sign;
    while (isBlank(text[to - 1])) to--;
    const quote = text[to - 1];
    if (quote === '"' || quote === "'") return this.quotedName(to - 1, quote);
    let from = to;
    while (to - from < NAME_LIMIT && isNameSign(text.charCodeAt(from - 1))) from--;
    return from === to ? null : { text: text.slice(from, to), stands: this.standsAt(from) };
  }

  private quotedName(end: number, quote: string): Name | null {
    const name = this.text.slice(Math.max(0, end - NAME_LIMIT), end).replace(/\\$/, '');
    const start = name.lastIndexOf(quote);
    return start < 0 ? null : { text: name.slice(start + 1), stands: 'quoted' };
  }

  private standsAt(from: number): Name['stands'] {
    const { text } = this;
    let at = from;
    if (text[at - 1] === '"' || text[at - 1] === "'") return 'inside';
    while (isBlank(text[at - 1])) at--;
    return at === 0 || '\r\n{}[,;#/'.includes(text[at - 1] ?? '') ? 'first' : 'amid';
  }

  private valueBehind(sign: number, name: Name): Range | null {
    const next = this.skipBlanks(sign + 1);
    if (this.isLineEnd(next)) return name.stands === 'amid' || this.isInComment(sign) ? null : this.onLaterLine(next);
    // The quote closes the text that the name stands in, and a reference follows.
    if (name.stands === 'inside' && this.text.startsWith('"${', next)) return this.substitution(next + 1);
    const isSpaced = next > sign + 1 || isBlank(this.text[sign - 1]);
    return this.valueAt(next) ?? this.unquoted(next, name, isSpaced);
  }

  private unquoted(from: number, name: Name, isSpaced: boolean): Range | null {
    if ('{}],'.includes(this.text[from] ?? '')) return null;
    if (name.stands === 'inside') return { from, to: this.closingQuote(from, '"') };
    return name.stands !== 'amid' || isSpaced ? this.restOfLine(from) : { from, to: this.before(/[\s"'&]/g, from) };
  }

  /** Values that begin with a sign of their own: quotes, brackets, a substitution. */
  private valueAt(from: number): Range | null {
    const { text } = this;
    if (text.startsWith('"""', from)) return { from: from + 3, to: this.tripleEnd(from + 3) };
    if (text.startsWith('\\"', from)) return { from: from + 2, to: this.before(/\\"/g, from + 2) };
    if (text[from] === '"' || text[from] === "'") return this.quotedValue(from, text[from] ?? '"');
    if (text[from] === '[') return { from: from + 1, to: this.before(/\]/g, from + 1) };
    return text.startsWith('${', from) ? this.substitution(from) : null;
  }

  /** Behind the quotes more may follow that belongs to the value. */
  private quotedValue(from: number, quote: string): Range {
    const end = this.closingQuote(from + 1, quote);
    const next = this.skipBlanks(end + 1);
    const isOver = this.isLineEnd(end) || this.isOver(next) || this.isSettingAhead(next);
    return { from: from + 1, to: isOver ? end : this.restOfLine(next).to };
  }

  /** The name of a variable is no secret; the shell's way of giving a default (`${X:-default}`) may hold one. */
  private substitution(from: number): Range {
    const end = this.before(/\}/g, from);
    const fallback = this.text.slice(from, end).indexOf(':-');
    if (fallback >= 0) return { from: from + fallback + 2, to: end };
    const next = this.skipBlanks(end + 1);
    const isOver = this.isLineEnd(end) || this.isOver(next);
    return isOver ? { from: end, to: end } : this.restOfLine(next);
  }

  /** Up to a comma before the next setting, to a comment or to what closes the line. */
  private restOfLine(from: number): Range {
    const value = this.text.slice(from, this.nextSetting(from));
    const comment = value.search(/[ \t](?:#|\/\/)/);
    return { from, to: from + withoutClosers(comment < 0 ? value : value.slice(0, comment)) };
  }

  /** The comma before the next setting of the line, or the line's end. */
  private nextSetting(from: number): number {
    const end = this.lines.lineEnd(from);
    const { text } = this;
    for (let comma = text.indexOf(',', from); comma >= 0 && comma < end; comma = text.indexOf(',', comma + 1)) {
      if (this.isSettingAhead(this.skipBlanks(comma + 1))) return comma;
    }
    return end;
  }

  private onLaterLine(from: number): Range | null {
    const { text } = this;
    let at = from;
    while (isSpace(text[at])) at++;
    if (at === text.length || '#}],{'.includes(text[at] ?? '') || this.isSettingAhead(at)) return null;
    return this.valueAt(at) ?? this.restOfLine(at);
  }

  private isInComment(at: number): boolean {
    const start = at - this.lines.positionAt(at).column + 1;
    return /^[ \t]*(?:#|\/\/)/.test(this.text.slice(start, at));
  }

  private isOver(at: number): boolean {
    return this.isLineEnd(at) || ',}]#'.includes(this.text[at] ?? '') || this.text.startsWith('//', at);
  }

  private isSettingAhead(at: number): boolean {
    settingAhead.lastIndex = at;
    return settingAhead.test(this.text);
  }

  private closingQuote(from: number, quote: string): number {
    const end = this.lines.lineEnd(from);
    for (let at = from; at < end; at++) {
      if (this.text[at] === '\\') at++;
      else if (this.text[at] === quote) return at;
    }
    return end;
  }

  private tripleEnd(from: number): number {
    const end = this.text.indexOf('"""', from);
    return end < 0 ? this.text.length : end;
  }

  /** Where the sign stands on this line, or the line's end. */
  private before(sign: RegExp, from: number): number {
    const end = this.lines.lineEnd(from);
    const at = this.text.slice(from, end).search(sign);
    return at < 0 ? end : from + at;
  }

  private skipBlanks(from: number): number {
    let at = from;
    while (isBlank(this.text[at])) at++;
    return at;
  }

  private isLineEnd(at: number): boolean {
    return at >= this.text.length || this.text[at] === '\n' || this.text[at] === '\r';
  }
}

function isNameSign(code: number): boolean {
  return asciiNameSigns[code] ?? nameSign.test(String.fromCharCode(code));
}

function isBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t';
}

function isSpace(sign: string | undefined): boolean {
  return isBlank(sign) || sign === '\n' || sign === '\r';
}

/** The length without the blanks, commas and closing signs a line ends with. */
function withoutClosers(value: string): number {
  let to = value.length;
  while (to > 0 && (isSpace(value[to - 1]) || ',}]'.includes(value[to - 1] ?? ''))) to--;
  return to;
}
