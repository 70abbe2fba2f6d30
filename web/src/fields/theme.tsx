import type {
  FieldErrorProps,
  FieldProps,
  FieldTemplateProps,
  ObjectFieldTemplateProps,
  RegistryFieldsType,
  RJSFSchema,
  TemplatesType,
} from '@rjsf/utils';
import { useHeldTexts } from '../desk/use-held.ts';
import { settingOfField } from '../form/blocks.ts';
import { type FieldValue, type FormData, isFieldValue, isHeld } from '../form/value.ts';
import { faultInWords } from '../words/faults.ts';
import { Control } from './any.tsx';
import { Row } from './row.tsx';

const none: readonly string[] = [];

/** The one field we give the form library: it hands the value to the control that fits the setting. */
function SettingField({ fieldPathId, formData, onChange, rawErrors, errorSchema }: FieldProps) {
  const setting = settingOfField(fieldPathId.$id);
  if (!setting) return null;
  const held: unknown = formData;
  const put = (value: FieldValue | undefined) => onChange(value, fieldPathId.path, undefined, setting.path);
  return (
    <Control
      id={setting.path}
      setting={setting}
      value={isFieldValue(held) ? held : undefined}
      onChange={put}
      label={setting.title}
      describedBy={`${setting.path}-help`}
      invalid={rawErrors !== undefined && rawErrors.length > 0}
      faultsAt={(entry, part) => errorSchema?.[entry]?.[part]?.__errors ?? none}
    />
  );
}

function RowTemplate({ id, children, rawErrors }: FieldTemplateProps<FormData, RJSFSchema>) {
  const setting = settingOfField(id);
  const held = useHeldTexts().get(setting?.path ?? '');
  if (!setting) return children;
  // A form checks nothing before the first key, and letters may have been left in it earlier.
  const faults = rawErrors ?? (isHeld(held) ? [faultInWords({ code: 'not-a-number' }, setting)] : none);
  return (
    <Row setting={setting} faults={faults}>
      {children}
    </Row>
  );
}

function RowsTemplate({ properties }: ObjectFieldTemplateProps<FormData, RJSFSchema>) {
  return <>{properties.map((property) => property.content)}</>;
}

function Nothing(_: FieldErrorProps<FormData, RJSFSchema>) {
  return null;
}

export const fields: RegistryFieldsType = { setting: SettingField };

export const templates: Partial<TemplatesType<FormData, RJSFSchema>> = {
  FieldTemplate: RowTemplate,
  ObjectFieldTemplate: RowsTemplate,
  FieldErrorTemplate: Nothing,
  DescriptionFieldTemplate: () => null,
  FieldHelpTemplate: () => null,
};
