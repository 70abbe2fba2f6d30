export * from './catalog.ts';
export * from './schema.ts';
export type * from './setting.ts';
export { isPart } from './tree.ts';
