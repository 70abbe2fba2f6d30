import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { writeRedirectFile } from './redirect-file.ts';

/** How long a browser may take to start, in milliseconds. */
const timeToRead = 10_000;

/** Opens the address in the person's browser. That none opens is no fault: the address stands in the terminal. */
export function openPage(address: string): void {
  const [command, words] = openerFor(process.platform, address);
  const opener = spawn(command, words, { detached: true, stdio: 'ignore' });
  opener.on('error', () => undefined);
  opener.unref();
}

/**
 * Opens an address that holds a secret, through a file that only this account may read and that is gone at the end. Where
 * there is no place for the file, nothing opens, as where there is no browser.
 */
export function openLink(link: string): void {
  try {
    const { path, remove } = writeRedirectFile(link);
    process.once('exit', remove);
    openPage(pathToFileURL(path).href);
  } catch {
    // The link stands in the terminal too.
  }
}

/** The same for a program that ends at once: the file stays until the browser has surely read it. */
export function openLinkAndLeave(link: string): void {
  openLink(link);
  setTimeout(() => undefined, timeToRead);
}

function openerFor(platform: NodeJS.Platform, address: string): readonly [string, readonly string[]] {
  if (platform === 'darwin') return ['open', [address]];
  if (platform === 'win32') return ['cmd', ['/c', 'start', '', address]];
  return ['xdg-open', [address]];
}

/** How the person reached this machine, as `ssh` wants it; null when nobody is here over SSH. */
export function sshLogin(environment: ReadonlyMap<string, string>): string | null {
  const [, , server, port] = (environment.get('SSH_CONNECTION') ?? '').split(' ');
  if (server === undefined) return null;
  const user = environment.get('USER') ?? environment.get('LOGNAME') ?? 'you';
  return `${port === '22' || port === undefined ? '' : `-p ${port} `}${user}@${server}`;
}
