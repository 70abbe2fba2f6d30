import { BlockList, isIPv6 } from 'node:net';

/** The address of a server, as ClearML calls it. A user or password in it is no part of it: ClearML sends neither. */
export interface ServerAddress {
  readonly scheme: 'http' | 'https';
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** Whether the port is written out. */
  readonly hasPort: boolean;
  /** What stands before the names of the calls; empty or from a slash on, never with a slash at the end. */
  readonly path: string;
}

export const usualPorts = { http: 80, https: 443 } as const;

const wellFormed = /^(https?):\/\/[^\s/\\?#]+(?:\/[^\s\\?#]*)?$/i;

/** The address that a text means; null for what is none that ClearML could call. */
export function readAddress(text: string): ServerAddress | null {
  const trimmed = text.trim();
  if (!wellFormed.test(trimmed) || !URL.canParse(trimmed)) return null;
  const { protocol, hostname, port, pathname } = new URL(trimmed);
  const scheme = protocol === 'https:' ? 'https' : 'http';
  return {
    scheme,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? usualPorts[scheme] : Number(port),
    hasPort: /^https?:\/\/[^/]*:\d+(?:\/|$)/i.test(trimmed),
    path: pathname.replace(/\/+$/, ''),
  };
}

/** As people write it: the usual port is left out. */
export function addressText(address: ServerAddress): string {
  return `${address.scheme}://${authority(address)}${address.path}`;
}

/** Host and port as the header `Host` has them. */
export function authority({ scheme, host, port }: ServerAddress): string {
  return port === usualPorts[scheme] ? bracketed(host) : `${bracketed(host)}:${port}`;
}

/** Host and port as a tunnel is asked for: both always. */
export function destination({ host, port }: Pick<ServerAddress, 'host' | 'port'>): string {
  return `${bracketed(host)}:${port}`;
}

function bracketed(host: string): string {
  return isIPv6(host) ? `[${host}]` : host;
}

const linkLocal = new BlockList();
linkLocal.addSubnet('169.254.0.0', 16, 'ipv4');
linkLocal.addSubnet('fe80::', 10, 'ipv6');
// The same, as a network that speaks only IPv6 writes the older ones.
linkLocal.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6');

/** An address that only works on the wire it is used on; clouds hand out secrets there. */
export function isLinkLocal(ip: string): boolean {
  return linkLocal.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4');
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addSubnet('0.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
loopback.addAddress('::', 'ipv6');

/** An address by which this machine calls itself. */
export function isLoopback(ip: string): boolean {
  return loopback.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4');
}
