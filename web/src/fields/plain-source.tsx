import { formatValue, maskedSource, type Path } from '@clearml-conf/shared';
import { visible } from '../diff/hidden-signs.ts';
import { mask } from '../diff/paint.ts';
import { configOf, type FieldValue, saidOf } from '../form/value.ts';
import { valueInWords } from '../words/values.ts';

interface Props {
  readonly path: Path;
  readonly value: FieldValue;
}

/** A value inside a list or a map that has no control: as it would be written, and only to read. */
export function PlainSource({ path, value }: Props) {
  const config = configOf(saidOf(value) ?? '') ?? '';
  const written = formatValue(config);
  return (
    <code className="raw-source">
      {written.ok ? visible(maskedSource(path, written.text, mask)) : valueInWords(path, config)}
    </code>
  );
}
