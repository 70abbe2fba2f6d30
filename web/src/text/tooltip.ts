import { maskedText, pathAt, type Setting, settingAt } from '@clearml-conf/shared';
import type { Extension } from '@codemirror/state';
import { hoverTooltip, type Tooltip } from '@codemirror/view';
import { mask } from '../diff/paint.ts';
import { textView } from '../words/text-view.ts';
import { reading } from './read.ts';

/** Says what a setting is where the pointer rests on its name. */
export const tooltip: Extension = hoverTooltip((view, offset): Tooltip | null => {
  const { document: parsed } = view.state.field(reading);
  const { part, path } = pathAt(parsed, offset);
  const setting = part === 'key' ? settingAt(path) : undefined;
  return setting ? { pos: offset, create: () => ({ dom: cardOf(setting) }) } : null;
});

function cardOf(setting: Setting): HTMLElement {
  const card = document.createElement('div');
  card.className = 'setting-card';
  card.append(
    element('strong', setting.title),
    element('code', setting.path),
    element('p', setting.description),
    ...defaultOf(setting).map((text) => element('p', text)),
  );
  return card;
}

function defaultOf({ default: value, path }: Setting): readonly string[] {
  if (value === undefined || value === null || typeof value === 'object') return [];
  return [`${textView.unset} ${value === '' ? textView.emptyText : maskedText(path.split('.'), String(value), mask)}`];
}

function element(name: 'strong' | 'code' | 'p', text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
