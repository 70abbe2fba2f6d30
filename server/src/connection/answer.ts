import type { Answer } from './ask.ts';

/** The form in which ClearML's API answers everything. */
export interface Envelope {
  readonly code: number;
  readonly message: string;
  readonly hasToken: boolean;
}

/** What ClearML's API says; null if it is not ClearML's API that speaks. */
export function envelopeIn({ text }: Answer): Envelope | null {
  const { meta, data } = membersOf(parsed(text));
  const { result_code: code, result_msg: message } = membersOf(meta);
  if (typeof code !== 'number') return null;
  const { token } = membersOf(data);
  return {
    code,
    message: typeof message === 'string' ? message : '',
    hasToken: typeof token === 'string' && token !== '',
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value)) : {};
}

const startOfPage = 2000;

/** A page for a browser, whatever its type is called: ClearML's file server calls its plain OK a page. */
export function isPage({ text }: Answer): boolean {
  return /<(?:!doctype\s+html|html)\b/i.test(text.slice(0, startOfPage));
}

/** Whether an answer can only be from ClearML's server of that kind. */
export const isSurely = {
  api: (answer: Answer) => answer.status < 500 && envelopeIn(answer) !== null,
  web: (answer: Answer) => answer.status === 200 && isPage(answer) && /clearml/i.test(answer.text),
  files: (answer: Answer) => answer.status === 200 && answer.text.trim() === 'OK',
} as const;

const longest = 300;
/** Control signs, and those that turn the direction of writing. */
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A text of a stranger as one harmless line, with the secrets taken out that it may have been told. */
export function lineOf(text: string, secrets: readonly string[]): string {
  const plain = secrets.reduce((left, secret) => left.replaceAll(secret, '…'), text);
  return [...plain.replace(unwanted, ' ').trim()].slice(0, longest).join('');
}

/** In every form in which a server is told secrets or may say them again. */
export function formsOf(secrets: readonly (string | null | undefined)[]): readonly string[] {
  return secrets.flatMap((secret) => {
    // Of one or two signs it would blot out every text, and it is no secret.
    if (!secret || secret.length < 3) return [];
    return [secret, encodeURIComponent(Buffer.from(secret).toString()), JSON.stringify(secret).slice(1, -1)];
  });
}
