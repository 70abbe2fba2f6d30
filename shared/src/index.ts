export * from './hocon/index.ts';
