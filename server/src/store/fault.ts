import type { SaveCode } from '@clearml-conf/shared';
import { systemCode } from './disk.ts';

const codes: Readonly<Record<string, SaveCode>> = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'read-only-folder',
  ELOOP: 'link-loop',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EBUSY: 'cannot-replace',
  EXDEV: 'cannot-replace',
  ETXTBSY: 'cannot-replace',
};

/** The code for people of an error of the file system. */
export function faultCode(error: unknown): SaveCode {
  return codes[systemCode(error)] ?? 'disk-error';
}
