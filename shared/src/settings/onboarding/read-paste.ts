import { type ConfigValue, positionAt } from '../../hocon/index.ts';
import { isSecret } from '../secret.ts';
import { addressPaste } from './address-paste.ts';
import { configPaste } from './config-paste.ts';
import { labelsPaste } from './labels-paste.ts';
import {
  type Attempt,
  accessKey,
  connectionSettings,
  type Finding,
  type Paste,
  type PasteCode,
  type PastedSetting,
  type PasteRest,
  secretKey,
  webServer,
} from './paste.ts';
import { tidied } from './tidy.ts';
import { variablesPaste } from './variables-paste.ts';

/** No clearml.conf is as long: whoever pastes this has copied something else. */
const mostSigns = 1024 * 1024;

/**
 * What a paste says, whatever it was copied from: settings, and the rest with `mask` in place of each secret. A secret
 * never stands anywhere but in the value of a setting that is marked as one.
 */
export function readPaste(pasted: string, mask: string): Paste {
  if (pasted.length > mostSigns) return fault('too-large', pasted, 0);
  if (pasted.trim() === '') return fault('empty', pasted, 0);
  const text = tidied(pasted);
  const attempts = [configPaste(text, mask), variablesPaste(text, mask), labelsPaste(text, mask)];
  const attempt = bestOf(attempts) ?? addressPaste(text, mask);
  const findings = lastOfEach(attempt.findings);
  if (findings.length === 0) return fault('unknown', text, text.search(/\S/));
  const trouble = secondPair(attempts, text) ?? troubleIn(findings, text);
  if (trouble) return trouble;
  return { ok: true, form: attempt.form, settings: inOrder(findings), rest: withoutKeys(attempt, attempts, mask) };
}

/** A paste that is HOCON is read as that; for anything else the reading counts that finds most of a connection. */
function bestOf(attempts: readonly Attempt[]): Attempt | undefined {
  const [config] = attempts;
  if (config?.isSound && config.findings.some(({ setting }) => connectionSettings.includes(setting))) return config;
  const [best] = attempts.toSorted((one, other) => reach(other) - reach(one));
  return best && best.findings.length > 0 ? best : undefined;
}

/** Long runs of letters and digits may be keys, under whatever name. */
const keyLike = /[\w+/=-]{32,}|\b[A-Z0-9]{16,}\b/g;

/** What is left over shows no key that any of the readings finds, whichever of them counts. */
function withoutKeys({ rest }: Attempt, attempts: readonly Attempt[], mask: string): readonly PasteRest[] {
  const secrets = attempts.flatMap(({ findings }) => findings.filter(({ setting }) => isSecret(setting.split('.'))));
  const keys = new Set(secrets.flatMap(({ value }) => (typeof value === 'string' && value.length > 3 ? [value] : [])));
  const written = [...keys].map((key) => key.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const known = written.length > 0 ? new RegExp(written.join('|'), 'g') : null;
  return rest.map(({ line, text }) => ({
    line,
    text: (known ? text.replace(known, mask) : text).replace(keyLike, mask),
  }));
}

/** How many of the five are found; between equals what else is found tells. */
function reach({ findings, isSound }: Attempt): number {
  const names = new Set(findings.map(({ setting }) => setting));
  const five = connectionSettings.filter((setting) => names.has(setting)).length;
  return five + Math.min(names.size, 500) / 1000 + (isSound ? 0.5 : 0);
}

/** Of one setting the last word counts. */
function lastOfEach(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [finding.setting, finding])).values()];
}

/** Words about keys are shorter than any key. */
function isLong(value: ConfigValue): boolean {
  return typeof value === 'string' && value.length >= 16;
}

/** Where the second of two different keys of one kind stands, whoever finds both. */
function secondPair(attempts: readonly Attempt[], text: string): Paste | null {
  const seconds = attempts.flatMap(({ findings }) =>
    [accessKey, secretKey].flatMap((key) => {
      const [first, ...others] = findings.filter(
        ({ setting, value, trouble }) => setting === key && !trouble && isLong(value),
      );
      return others.find(({ value }) => value !== first?.value) ?? [];
    }),
  );
  return seconds[0] ? fault('several-pairs', text, seconds[0].range.from) : null;
}

function troubleIn(findings: readonly Finding[], text: string): Paste | null {
  const troubled = findings.find(({ trouble }) => trouble);
  if (troubled?.trouble) return fault(troubled.trouble, text, troubled.range.from);
  const access = findings.find(({ setting }) => setting === accessKey);
  const secret = findings.find(({ setting }) => setting === secretKey);
  if (access && !secret) return fault('no-secret-key', text, access.range.from);
  return secret && !access ? fault('no-access-key', text, secret.range.from) : null;
}

/** The five first, then the others as they were found. */
function inOrder(findings: readonly Finding[]): readonly PastedSetting[] {
  const place = ({ setting }: Finding) => {
    const at = connectionSettings.indexOf(setting);
    return at < 0 ? connectionSettings.length : at;
  };
  return findings
    .toSorted((one, other) => place(one) - place(other))
    .map(({ setting, value }) => {
      const path = setting.split('.');
      return { path, value: linkable(setting, value), secret: isSecret(path) };
    });
}

/** ClearML's own block ends the page's address in a slash, with which every link that is made from it gets two. */
function linkable(setting: string, value: ConfigValue): ConfigValue {
  return setting === webServer && typeof value === 'string' ? value.replace(/\/+$/, '') : value;
}

function fault(code: PasteCode, text: string, at: number): Paste {
  return { ok: false, code, ...positionAt(text, Math.max(0, at)) };
}
