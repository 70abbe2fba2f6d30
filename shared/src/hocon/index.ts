export * from './document.ts';
export { formatValue, type Spelling, type UnwritableCode, type ValueText } from './literal.ts';
export { formatPath, type PathOutcome, parsePath } from './path.ts';
