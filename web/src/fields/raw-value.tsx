import {
  type ConfigValue,
  isList,
  isObject,
  isSecret,
  maskedSource,
  type Path,
  type Reading,
  type Setting,
} from '@clearml-conf/shared';
import { useActs } from '../desk/desk.ts';
import { visible } from '../diff/hidden-signs.ts';
import { mask } from '../diff/paint.ts';
import { controlOf } from '../form/control.ts';
import { raw, row, typeInWords } from '../words/settings.ts';
import { valueInWords } from '../words/values.ts';

interface Props {
  readonly setting: Setting;
  readonly reading: Reading | undefined;
}

/** A value that no control can hold without losing something: as it is written, what ClearML reads, and a way on. */
export function RawValue({ setting, reading }: Props) {
  const { replace } = useActs();
  if (!reading) return null;
  const path = setting.path.split('.');
  const holdsEntries = isList(reading.value) && reading.value.every(isObject);
  const secret = isSecret(path) && !holdsEntries;
  const source = reading.source ?? (reading.drawn ? mask : '');
  const canReplace = controlOf(setting) !== 'none';
  const why =
    reading.state === 'computed'
      ? raw.computed
      : reading.state === 'misfit'
        ? raw.misfit(typeInWords(setting))
        : raw.complex;
  return (
    <div className="raw" id={setting.path} tabIndex={-1}>
      <code className="raw-source">
        {secret && !isReference(source) ? mask : visible(maskedSource(path, source, mask))}
      </code>
      <p className="raw-why">
        {why} {readInWords(path, reading.value, secret || reading.drawn === true)}
      </p>
      {canReplace && (
        <button type="button" className="quiet-button" onClick={() => replace(setting.path, true)}>
          {row.replace}
        </button>
      )}
    </div>
  );
}

/** Nothing but the name of where a value comes from, which is no secret. */
function isReference(source: string): boolean {
  return /^\$\{\??[\w.]+\}$/.test(source);
}

/** Of a secret that comes from elsewhere only that can be said: what is hidden would look like one that is there. */
function readInWords(path: Path, value: ConfigValue | undefined, isHidden: boolean): string {
  const comesFromElsewhere = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'opaque';
  if (value === undefined || (isHidden && comesFromElsewhere)) return raw.unknown;
  return raw.reads(isHidden ? mask : valueInWords(path, value));
}
