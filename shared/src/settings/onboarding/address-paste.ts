import type { Attempt } from './paste.ts';
import { apiServer, filesServer, webServer } from './paste.ts';
import { restLines } from './rest.ts';
import { roleOf, type ServerRole } from './servers.ts';

const address = /https?:\/\/[^\s"'<>`,;)\\]+|(?<![^\s])(?:localhost|[\w-]+(?:\.[\w-]+)+):\d{2,5}(?![^\s])/gi;
/** Pages of the web application: what follows the server's own address in the address bar. */
const page =
  /\/(?:dashboard|settings|login|projects|workers-and-queues|datasets|pipelines|reports|models|endpoints|orchestration|applications|signup|home|enterprise)(?:[/?#].*)?$|[?#].*$/i;

const settingOf: Readonly<Record<ServerRole, string>> = { web: webServer, api: apiServer, files: filesServer };

/** Finds the address of a server where nothing else is said, as copied from the address bar of the browser. */
export function addressPaste(text: string, mask: string): Attempt {
  const seen = new Set<string>();
  const findings = [...text.matchAll(address)].flatMap(({ 0: written, index }) => {
    const value = written.replace(/[.!?:]+$/, '').replace(page, '');
    const setting = settingOf[roleOf(value)];
    if (seen.has(setting)) return [];
    seen.add(setting);
    return [{ setting, value, range: { from: index, to: index + written.length } }];
  });
  const rest = restLines(
    text,
    findings.map(({ range }) => range),
    mask,
  );
  return { form: 'address', findings, rest, isSound: findings.length > 0 };
}
