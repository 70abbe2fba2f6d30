/** What a command leaves behind: text for standard output, and for standard error one sentence, or several lines of notes. */
export interface Outcome {
  readonly exitCode: 0 | 1 | 2;
  readonly output?: string;
  readonly sentence?: string;
}

/** The command could not do what was asked. */
export function failure(sentence: string): Outcome {
  return { exitCode: 1, sentence };
}

/** The command was written wrongly. */
export function misuse(sentence: string): Outcome {
  return { exitCode: 2, sentence };
}

// Signs that end a line for some readers, or that a terminal takes for a command.
const lineSigns = /[\u007f-\u009f\u2028\u2029]/g;

/** A value as JSON on exactly one line, whoever counts the lines. */
export function jsonLine(value: object | string | number | boolean | null): string {
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value).replace(lineSigns, escaped)}\n`;
}
