import type { RJSFSchema, RJSFValidationError, ValidatorType } from '@rjsf/utils';
import { createPrecompiledValidator, type ValidatorFunctions } from '@rjsf/validator-ajv8';
import { checkIdOf } from '../form/check.ts';
import { faultOf } from '../form/fault.ts';
import { plainOf } from '../form/plain.ts';
import type { FormData } from '../form/value.ts';
import { faultInWords } from '../words/faults.ts';

/**
 * The check of a section, compiled when the page was built, with messages in our own words. A form holds numbers as
 * they are spelled; the check is given what they mean. Until the checks are loaded, everything passes.
 */
export function validatorFor(section: string, checks: ValidatorFunctions | null): ValidatorType<FormData, RJSFSchema> {
  const id = checkIdOf(section);
  const root: RJSFSchema = { $id: id };
  const check = createPrecompiledValidator(checks ?? { [id]: () => true }, root);
  return {
    validateFormData: (data) => {
      const plain = plainOf(data ?? {});
      return check.validateFormData(plain, root, undefined, (errors) => inOurWords(section, errors, plain));
    },
    isValid: (_, data) => check.isValid(root, plainOf(data ?? {}), root),
    rawValidation: (_, data) => check.rawValidation(root, plainOf(data ?? {})),
  };
}

function inOurWords(section: string, errors: RJSFValidationError[], data: unknown): RJSFValidationError[] {
  return errors.flatMap((error) => {
    const found = faultOf(section, error, data);
    return found ? [{ ...error, message: faultInWords(found.fault, found.setting) }] : [];
  });
}
