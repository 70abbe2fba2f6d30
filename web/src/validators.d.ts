/** Made by `web/validators.ts` from the catalog: a check for every section, under its name. */
declare module 'virtual:validators' {
  const checks: import('@rjsf/validator-ajv8').ValidatorFunctions;
  export default checks;
}

/** Both are made by `web/late-words.ts` from the catalog, by path. */
declare module 'virtual:keywords' {
  const keywords: Readonly<Record<string, readonly string[]>>;
  export default keywords;
}

declare module 'virtual:notes' {
  const notes: Readonly<Record<string, string>>;
  export default notes;
}
