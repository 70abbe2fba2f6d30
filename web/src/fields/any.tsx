import type { ComponentType } from 'react';
import { type ControlKind, controlOf } from '../form/control.ts';
import { CardsControl } from './cards.tsx';
import { ChoiceControl } from './choice.tsx';
import type { ControlProps } from './control.ts';
import { GroupsControl } from './groups.tsx';
import { NumberControl } from './number.tsx';
import { SecretControl } from './secret.tsx';
import { SwitchControl } from './switch.tsx';
import { SwitchOrTextControl } from './switch-or-text.tsx';
import { TableControl } from './table.tsx';
import { ScalarControl, TextControl } from './text.tsx';
import { TextOrTextsControl, TextsControl } from './texts.tsx';

/** The control of each kind. What has none is shown as it is written. */
const controls: Readonly<Record<Exclude<ControlKind, 'none'>, ComponentType<ControlProps>>> = {
  text: TextControl,
  secret: SecretControl,
  number: NumberControl,
  switch: SwitchControl,
  'switch-or-text': SwitchOrTextControl,
  choice: ChoiceControl,
  scalar: ScalarControl,
  texts: TextsControl,
  'text-or-texts': TextOrTextsControl,
  cards: CardsControl,
  table: TableControl,
  groups: GroupsControl,
};

/** The control that fits a setting. */
export function Control(props: ControlProps) {
  const kind = controlOf(props.setting);
  if (kind === 'none') return null;
  const Fitting = controls[kind];
  return <Fitting {...props} />;
}
