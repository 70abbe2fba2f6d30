import { accessKey, connectionSettings, secretKey } from './paste.ts';

const examples =
  /^(?:<.*>|\{.*\}|\[.*\]|\.{2,}|…+|\*+|•+|x{3,}|-+|undefined|none|null|changeme|your[\W_].*|my[\W_](?:access|secret|key).*|(?:clearml[\W_])?(?:access|secret)[\W_]?key)$/i;
/** Also what only a program could fill in. */
const gap = /<[^>]*>|\.\.\.|…|\*{3}|•{3}|\$\{|\{\{|^\$\w+$/;
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Whether a text stands where somebody should fill something in. */
export function isPlaceholder(text: string): boolean {
  return examples.test(text) || gap.test(text);
}

/** The value of one of the five settings without what nobody sees in it, which no address and no key has. */
export function seen(text: string): string {
  return text.replace(unseen, '').trim();
}

/** Whether a text can be the value of one of the five settings at all: addresses and keys have no blanks. */
export function isPlausible(setting: string, text: string): boolean {
  if (text === '' || /\s/.test(text)) return false;
  return isKey(setting) || !connectionSettings.includes(setting) || /^[^\\]*(?:[.:]|localhost)[^\\]*$/.test(text);
}

export function isKey(setting: string): boolean {
  return setting === accessKey || setting === secretKey;
}
