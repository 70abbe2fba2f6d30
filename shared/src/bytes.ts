/** What bytes are as text: strictly UTF-8, with the byte order mark and every line end kept. */
export type Decoding =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly code: 'not-utf-8';
      /** How many bytes from the start are sound. */
      readonly byte: number;
      /** The line of the first byte that is not, counted from 1. */
      readonly line: number;
      /** The bytes look like UTF-16, as Windows editors write it ("Unicode"). */
      readonly utf16: boolean;
    };

// The two globals that Node and every browser share; this package sees the types of neither.
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: true; readonly ignoreBOM: true },
) => { decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };

const lineFeed = 0x0a;

/** Decodes without ever replacing, dropping or normalising anything: `encode` gives the same bytes back. */
export function decode(bytes: Uint8Array): Decoding {
  const text = decoded(bytes, false);
  if (text !== null) return { ok: true, text };
  const byte = soundBytes(bytes);
  return { ok: false, code: 'not-utf-8', byte, line: lineAt(bytes, byte), utf16: looksLikeUtf16(bytes) };
}

/** The bytes of a text. A text that came from `decode` gives exactly the bytes it came from. */
export function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function decoded(bytes: Uint8Array, cutAnywhere: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: cutAnywhere });
  } catch {
    return null;
  }
}

/** The length of the longest start that is UTF-8, found by halving: the decoder itself does not say where it stopped. */
function soundBytes(bytes: Uint8Array): number {
  let sound = 0;
  let broken = bytes.length + 1;
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (decoded(bytes.subarray(0, middle), true) === null) broken = middle;
    else sound = middle;
  }
  return sound;
}

function lineAt(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let at = 0; at < end; at += 1) if (bytes[at] === lineFeed) line += 1;
  return line;
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
