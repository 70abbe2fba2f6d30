import { partsOf, settingNamed } from '@clearml-conf/shared';
import {
  ErrorSchemaBuilder,
  type RJSFSchema,
  type RJSFValidationError,
  type ValidationData,
  type ValidatorType,
} from '@rjsf/utils';
import { faultsOf } from '../form/validation.ts';
import type { FormData } from '../form/value.ts';
import { faultInWords } from '../words/faults.ts';

/**
 * The check of a form, in our own words. The stock validator turns schemas into code when the page runs, which the
 * page's content policy forbids; the few keywords of the catalog need none of that.
 */
export function validatorFor(section: string): ValidatorType<FormData, RJSFSchema> {
  return {
    validateFormData: (data, schema) => validate(section, data ?? {}, Object.keys(schema.properties ?? {})),
    isValid: () => true,
    rawValidation: () => ({}),
  };
}

function validate(section: string, data: FormData, keys: readonly string[]): ValidationData<FormData> {
  const errors = keys.flatMap((key) => errorsOf(section, key, data));
  const builder = new ErrorSchemaBuilder<FormData>();
  for (const { name = '', message = '' } of errors) builder.addErrors(message, [name]);
  return { errors, errorSchema: builder.ErrorSchema };
}

function errorsOf(section: string, key: string, data: FormData): RJSFValidationError[] {
  const setting = settingNamed(`${section}.${key}`);
  if (!setting) return [];
  return faultsOf(setting, partsOf(setting.path), data[key]).map((fault) => {
    const message = faultInWords(fault, setting);
    return { name: key, property: `.${key}`, message, stack: message };
  });
}
