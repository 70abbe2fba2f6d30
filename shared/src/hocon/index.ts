export * from './document.ts';
export { formatValue, type Spelling, type UnwritableCode, type ValueText } from './literal.ts';
export { DEPTH_LIMIT, parse } from './parser.ts';
export { formatPath, type PathOutcome, parsePath } from './path.ts';
export { positionAt } from './position.ts';
