export { changedSettings, type SettingChange } from './change.ts';
export { type ChangedDefault, type Drift, type DriftSource, driftIn, type UnknownKey } from './drift.ts';
export { fits } from './fit.ts';
export { hasSecret, maskedPath, maskedSource, maskedText, maskedValue } from './masked.ts';
export * from './problems/index.ts';
export * from './provenance/index.ts';
export { type Reading, type ReadingState, readSettings } from './reading.ts';
export { isSecret } from './secret.ts';
export { secretRanges } from './secret-ranges.ts';
