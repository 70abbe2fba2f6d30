import { join, resolve as resolvePath } from 'node:path';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { computerDisk } from '../store/disk.ts';
import type { Route } from './route.ts';

/** By which authorities a certificate is judged; `no-bundle` when the file that should name them does not. */
export type Authorities = SecureContext | 'no-bundle';

const largestBundle = 8 * 1024 * 1024;
/** How OpenSSL finds authorities in a folder. */
const hashed = /^[0-9a-f]{8}\.\d+$/;

let wellKnown: SecureContext | undefined;

/** Mozilla's authorities, which ClearML brings along too, or those of the bundle. A relative path counts from `folder`. */
export async function authoritiesFor(
  { check, bundle }: Pick<Route, 'check' | 'bundle'>,
  folder: string,
): Promise<Authorities> {
  if (check !== 'bundle' || bundle === null) {
    wellKnown ??= createSecureContext({ ca: [...rootCertificates] });
    return wellKnown;
  }
  try {
    const ca = await certificatesAt(resolvePath(folder, bundle));
    return ca.includes('CERTIFICATE-----') ? createSecureContext({ ca }) : 'no-bundle';
  } catch {
    return 'no-bundle';
  }
}

async function certificatesAt(path: string): Promise<string> {
  const entry = await computerDisk.look(await computerDisk.realFolder(path));
  if (entry?.kind !== 'folder') return textOf(path);
  const names = (await computerDisk.namesIn(path)).filter((name) => hashed.test(name));
  // One that cannot be read is one authority less, as for OpenSSL.
  return (await Promise.all(names.map((name) => textOf(join(path, name)).catch(() => '')))).join('\n');
}

/** Systems keep their authorities behind links, and the disk opens no link. */
async function textOf(path: string): Promise<string> {
  const file = await computerDisk.openToRead(await computerDisk.realFolder(path));
  try {
    const { kind, size } = await file.entry();
    if (kind !== 'file' || size > largestBundle) return '';
    return Buffer.from(await file.read(largestBundle)).toString('latin1');
  } finally {
    await file.close();
  }
}
