/** The two parsers bring no types of their own; only what the bench calls is described. */
declare module 'hocon-parser' {
  export default function parse(text: string): unknown;
}

declare module '@pushcorn/hocon-parser' {
  const parser: { parse(source: { readonly text: string }): Promise<unknown> };
  export default parser;
}
