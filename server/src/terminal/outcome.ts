/** What a command leaves behind: text for standard output, or one sentence for standard error. */
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
