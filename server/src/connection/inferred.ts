import { addressText, readAddress } from './address.ts';

/** Where the SDK calls when no API server is set at all. */
export const hostedApi = 'https://api.clear.ml';

/** The web page that the SDK works out from the API server when none is set; null where it gives up. */
export function inferredWeb(api: string): string | null {
  const address = readAddress(api);
  if (!address) return null;
  const [first = ''] = address.host.split('.', 1);
  const other = { api: 'app', demoapi: 'demoapp' }[first];
  if (other !== undefined) return addressText({ ...address, host: other + address.host.slice(first.length) });
  return address.port === 8008 ? addressText({ ...address, port: 8080 }) : null;
}

/** The file server that the SDK works out from the web page when none is set. */
export function inferredFiles(web: string | null): string | null {
  const address = web === null ? null : readAddress(web);
  if (!address) return null;
  const [first = ''] = address.host.split('.', 1);
  const other = address.hasPort ? undefined : { app: 'files', demoapp: 'demofiles' }[first];
  if (other === undefined) return addressText({ ...address, port: 8081 });
  return addressText({ ...address, host: other + address.host.slice(first.length) });
}
