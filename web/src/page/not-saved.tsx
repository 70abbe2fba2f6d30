import type { ApiProblemCode } from '@clearml-conf/shared';
import { saveTrouble } from '../words/disk-trouble.ts';

/** Why a save failed: words that hardly anybody ever reads. */
export function NotSaved({ code }: { readonly code: ApiProblemCode }) {
  return saveTrouble(code);
}
