/** Made by `web/validators.ts` from the catalog: a check for every section, under its name. */
declare module 'virtual:validators' {
  const checks: import('@rjsf/validator-ajv8').ValidatorFunctions;
  export default checks;
}

/** Made when the page is built, by web/keywords.ts. */
declare module 'virtual:keywords' {
  const keywords: Readonly<Record<string, readonly string[]>>;
  export default keywords;
}
