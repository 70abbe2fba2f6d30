/** Made by `web/validators.ts` from the catalog: a check for every section, under its name. */
declare module 'virtual:validators' {
  const checks: import('@rjsf/validator-ajv8').ValidatorFunctions;
  export default checks;
}
