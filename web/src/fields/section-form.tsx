import { isSecret } from '@clearml-conf/shared';
import Form, { type IChangeEvent } from '@rjsf/core';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { memo, useMemo, useRef, useState } from 'react';
import { useActs, useDesk, useSettled } from '../desk/desk.ts';
import { useChecks } from '../desk/use-checks.ts';
import { type HeldTexts, type Holding, useHeldTexts } from '../desk/use-held.ts';
import type { Derived } from '../draft/derived.ts';
import { type Block, keyIn, pathOfKey, prefixOf } from '../form/blocks.ts';
import { type Addresses, formEdits } from '../form/edits.ts';
import { type Fields, projection } from '../form/projection.ts';
import { withRefused } from '../form/refused.ts';
import { formSchema, formUiSchema } from '../form/schema.ts';
import { type FormData, holdsText, sameField } from '../form/value.ts';
import { fields, templates } from './theme.tsx';
import { validatorFor } from './validator.ts';

/** The form of one block. It holds nothing of the file: what it shows is what the draft says, and what is being typed. */
export const SectionForm = memo(function SectionForm({ block }: { readonly block: Block }) {
  const acts = useActs();
  const { derived } = useDesk();
  const settled = useSettled();
  const shape = useMemo(() => shapeOf(block), [block]);
  const checks = useChecks();
  const validator = useMemo(() => validatorFor(block.section.path, checks), [block, checks]);
  const projected = useStable(useMemo(() => projection(derived.now.readings, shape.settings), [derived, shape]));
  const held = useHeldTexts();
  const [echo, setEcho] = useState<FormData | null>(null);
  if (settled && echo !== null) setEcho(null);
  const isEchoed = echo !== null && !settled;
  const shown = useStable(isEchoed ? echo : whole(projected, shape, held, derived));
  const latest = useRef({ shown, said: projected });
  latest.current = { shown, said: isEchoed ? echo : projected };

  const change = (event: IChangeEvent<FormData>, id?: string) => {
    const after = event.formData ?? {};
    const keys = [...shape.settings.keys()].filter((key) => !sameField(latest.current.shown[key], after[key]));
    const edits = formEdits(only(keys, latest.current.said), only(keys, after), shape.addresses);
    acts.hold(holdingOf(keys, after, shape.settings));
    latest.current = { shown: after, said: after };
    setEcho(after);
    if (edits.length === 0) return;
    acts.edit(edits, edits.every(({ op }) => op === 'set' || op === 'unset' || op === 'rename') ? (id ?? null) : null);
  };

  return (
    <Form<FormData, RJSFSchema>
      tagName="div"
      className="form"
      schema={shape.schema}
      uiSchema={shape.uiSchema}
      formData={shown}
      onChange={change}
      validator={validator}
      liveValidate="onChange"
      showErrorList={false}
      idPrefix={prefixOf(block.section.path)}
      idSeparator="."
      fields={fields}
      templates={templates}
      noHtml5Validate
    >
      {/* without a child the library adds a button of its own */}
      <span hidden />
    </Form>
  );
});

interface Shape {
  readonly schema: RJSFSchema;
  readonly uiSchema: UiSchema<FormData, RJSFSchema>;
  readonly settings: Fields;
  readonly addresses: Addresses;
}

function shapeOf(block: Block): Shape {
  const section = block.section.path;
  return {
    schema: { ...formSchema(block) },
    uiSchema: { ...formUiSchema(block) },
    settings: new Map(block.settings.map((setting) => [keyIn(section, setting.path), setting])),
    addresses: { pathOf: (key) => pathOfKey(section, key), isSecret },
  };
}

/** The same object as long as it says the same, so that the form is not drawn again for nothing. */
function useStable(data: FormData): FormData {
  const kept = useRef(data);
  if (kept.current !== data && !sameData(kept.current, data)) kept.current = data;
  return kept.current;
}

function sameData(one: FormData, other: FormData): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => sameField(one[key], other[key]));
}

/** What the file says, and over it what was typed and is not there: no value yet, or refused. */
function whole(projected: FormData, { settings, addresses }: Shape, held: HeldTexts, { draft, refusals }: Derived) {
  const typed = [...settings].flatMap(([key, { path }]) => (held.has(path) ? [[key, held.get(path)] as const] : []));
  const data = typed.length === 0 ? projected : { ...projected, ...Object.fromEntries(typed) };
  return withRefused(data, addresses.pathOf, settings.keys(), refusals, draft.edits);
}

function only(keys: readonly string[], data: FormData): FormData {
  return Object.fromEntries(keys.map((key) => [key, data[key]]));
}

/** Of the fields that were just typed in, what is to be held. */
function holdingOf(keys: readonly string[], after: FormData, settings: Fields): Holding {
  return new Map(
    keys.map((key) => {
      const typed = after[key];
      return [settings.get(key)?.path ?? key, typed !== undefined && holdsText(typed) ? typed : undefined] as const;
    }),
  );
}
