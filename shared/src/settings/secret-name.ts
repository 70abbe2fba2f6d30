import { settingAt, settings } from '../catalog/index.ts';
import { remembering } from '../hocon/remembering.ts';

const anywhere = /passw|passphrase|secret|apikey|accesskey|privatekey/;
const words: ReadonlySet<string> = new Set(
  'pass pwd passcode pat sas sig signature token authtoken accesstoken authorization bearer'.split(' '),
);
/** `mypass`, but not `bypass`. */
const passEnd = /(?<!ask|by|com|tres|over|under|sur|band|multi)pass$|pwd$/;
const lastWords: ReadonlySet<string> = new Set(['key', 'keys', 'auth']);
const keyIds: ReadonlySet<string> = new Set(['key id', 'key base64', 'key json']);
/** A name that ends so says where a secret is or how it is treated, not the secret itself: `password_file`. */
const harmlessEnds: ReadonlySet<string> = new Set(
  `path file dir directory folder url uri host name names type mode count size limit length timeout sec seconds ms hours
   days period interval expiration expires expiry ttl enabled enable disabled required regex pattern version policy chain
   field fields column columns`.split(/\s+/),
);

const leafOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
const secretLeaves = new Set(settings.filter((setting) => setting['x-secret']).map(({ path }) => leafOf(path)));
const plainLeaves = new Set(settings.map(({ path }) => leafOf(path)).filter((leaf) => !secretLeaves.has(leaf)));

function wordsOf(name: string): readonly string[] {
  const apart = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return apart.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Whether a key looks as if a secret stood behind it. Names that the catalog knows are never guessed about. */
export const isSecretName: (name: string) => boolean = remembering(2000, (name) => {
  if (secretLeaves.has(name)) return true;
  if (plainLeaves.has(name)) return false;
  const parts = wordsOf(name);
  const last = parts.at(-1) ?? '';
  if (harmlessEnds.has(last)) return false;
  const isKey = parts.length > 1 && (lastWords.has(last) || keyIds.has(parts.slice(-2).join(' ')));
  if (isKey) return true;
  return anywhere.test(parts.join('')) || parts.some((part) => words.has(part) || passEnd.test(part));
});

/** The same for a key as it stands in a text, which may be a dotted path. */
export const isSecretKey: (key: string) => boolean = remembering(2000, (key) => {
  const path = key.split('.').filter((part) => part !== '');
  const setting = settingAt(path);
  if (setting && !setting.path.endsWith('*')) return setting['x-secret'] === true;
  return setting?.['x-secret'] === true || path.some(isSecretName);
});

const severalLines = settings.filter(({ type, 'x-secret': secret }) => secret && type.includes('array'));
const maps = settings.filter((setting) => setting['x-secret'] && setting.path.endsWith('.*'));
const openers = [...severalLines.map(({ path }) => leafOf(path)), ...maps.map(({ path }) => path.split('.').at(-2))];
const opener = new RegExp([...openers, 'secret', 'token', 'passw'].join('|'), 'i');

/** Whether a text may hold a secret that does not stand on one line with a name of its own. */
export function mayOpenSecrets(text: string): boolean {
  return opener.test(text);
}
