export type { Effect } from './effect.ts';
export type { FileReading, Layers, Program, SettingsFile } from './layers.ts';
export { type Provenance, provenanceOf, provenances, type VariableReading } from './provenance.ts';
export { type Answer, answersOf, type Bystander, type FilePlace, type Reason } from './reason.ts';
export { tellableVariables } from './tellable.ts';
export { type VariableParse, valueOfText } from './variable-text.ts';
export type { Use } from './weigh.ts';
