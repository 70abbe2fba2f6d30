import type { ConnectionQuery } from '@clearml-conf/shared';

/** Longer than any address, key or path. */
const longest = 4096;

/** The query that a value in JSON is; null if anything is missing, of another kind or too much. */
export function readQuery(value: unknown): ConnectionQuery | null {
  if (value === null || typeof value !== 'object' || Object.keys(value).length !== 6) return null;
  const { api, web, files, accessKey, secretKey, verify }: Partial<Record<string, unknown>> = { ...value };
  if (!isText(api) || !isVerify(verify)) return null;
  if (!isTextOrNull(web) || !isTextOrNull(files) || !isTextOrNull(accessKey) || !isTextOrNull(secretKey)) return null;
  return { api, web, files, accessKey, secretKey, verify };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}

function isVerify(value: unknown): value is ConnectionQuery['verify'] {
  return typeof value === 'boolean' || isTextOrNull(value);
}
