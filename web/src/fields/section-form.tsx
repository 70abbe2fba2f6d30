import { isSecret } from '@clearml-conf/shared';
import Form, { type IChangeEvent } from '@rjsf/core';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { memo, useMemo, useRef, useState } from 'react';
import { type Block, keyIn, pathOfKey } from '../form/blocks.ts';
import { type Addresses, formEdits } from '../form/edits.ts';
import { type Fields, projection } from '../form/projection.ts';
import { formSchema, formUiSchema } from '../form/schema.ts';
import { configOf, type FieldValue, type FormData, sameField } from '../form/value.ts';
import { useActs, useDesk, useSettled } from '../page/desk.ts';
import { fields, templates } from './theme.tsx';
import { validatorFor } from './validator.ts';

/** What was typed but is no value yet, and what the file said then. It goes when the file says something else. */
interface Held {
  readonly typed: FieldValue;
  readonly over: FieldValue | undefined;
}

/** The form of one block. It holds nothing of the file: what it shows is what the draft says, and what is being typed. */
export const SectionForm = memo(function SectionForm({ block }: { readonly block: Block }) {
  const acts = useActs();
  const { derived } = useDesk();
  const settled = useSettled();
  const shape = useMemo(() => shapeOf(block), [block]);
  const projected = useStable(useMemo(() => projection(derived.now.readings, shape.settings), [derived, shape]));
  const [held, setHeld] = useState<ReadonlyMap<string, Held>>(new Map());
  const [echo, setEcho] = useState<FormData | null>(null);
  if (settled && echo !== null) setEcho(null);
  const shown = useStable(echo !== null && !settled ? echo : withHeld(projected, held));
  const latest = useRef(shown);
  latest.current = shown;

  const change = (event: IChangeEvent<FormData>, id?: string) => {
    const after = event.formData ?? {};
    const edits = formEdits(latest.current, after, shape.addresses);
    setHeld(heldAfter(held, latest.current, after, projected));
    latest.current = after;
    if (edits.length === 0) return;
    setEcho(after);
    acts.edit(edits, edits.every(({ op }) => op === 'set' || op === 'unset') ? (id ?? null) : null);
  };

  return (
    <Form<FormData, RJSFSchema>
      tagName="div"
      className="form"
      schema={shape.schema}
      uiSchema={shape.uiSchema}
      formData={shown}
      onChange={change}
      validator={shape.validator}
      liveValidate="onChange"
      showErrorList={false}
      idPrefix={block.section.path}
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
  readonly validator: ReturnType<typeof validatorFor>;
  readonly settings: Fields;
  readonly addresses: Addresses;
}

function shapeOf(block: Block): Shape {
  const section = block.section.path;
  return {
    schema: { ...formSchema(block) },
    uiSchema: { ...formUiSchema(block) },
    validator: validatorFor(section),
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

function withHeld(projected: FormData, held: ReadonlyMap<string, Held>): FormData {
  const still = [...held].filter(([key, { over }]) => sameField(projected[key], over));
  if (still.length === 0) return projected;
  return { ...projected, ...Object.fromEntries(still.map(([key, { typed }]) => [key, typed])) };
}

/** Keeps what was just typed and made no edit; forgets it as soon as the same field makes one. */
function heldAfter(
  held: ReadonlyMap<string, Held>,
  before: FormData,
  after: FormData,
  projected: FormData,
): ReadonlyMap<string, Held> {
  const next = new Map(held);
  for (const key of Object.keys(after)) {
    const typed = after[key];
    if (sameField(before[key], typed)) continue;
    if (typed === undefined || configOf(typed) !== undefined) next.delete(key);
    else next.set(key, { typed, over: projected[key] });
  }
  return next;
}
