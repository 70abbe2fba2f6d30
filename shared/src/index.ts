export * from './api.ts';
export * from './bytes.ts';
export * from './catalog/index.ts';
export type * from './connection-test.ts';
export * from './hocon/index.ts';
export * from './settings/index.ts';
