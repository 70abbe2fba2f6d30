/** Signs that cannot be seen, or that turn the text round them. */
export const hiddenSigns: RegExp =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very signs to make visible
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** They are shown by their number, so that nothing on screen reads as it is not. */
export function visible(text: string): string {
  return text.replace(hiddenSigns, (sign) => `‹U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`);
}
