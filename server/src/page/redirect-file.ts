import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file of our own that leads a browser to an address, so that the address stands in no list of processes. */
export interface RedirectFile {
  readonly path: string;
  readonly remove: () => void;
}

/** The file lies in a new folder below `parent`; both are for this account alone. */
export function writeRedirectFile(address: string, parent: string = tmpdir()): RedirectFile {
  const folder = mkdtempSync(join(parent, 'clearml-conf-'));
  const path = join(folder, 'open.html');
  const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}">`;
  writeFileSync(path, page, { mode: 0o600, flag: 'wx' });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
