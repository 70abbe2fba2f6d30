import type { FileCode, ReadOnlyCode, SaveCode } from '@clearml-conf/shared';
import { anywayQuery, decode, documentType, overtookHeader } from '@clearml-conf/shared';
import type { Answer, Exchange, Handler } from '../exchange.ts';
import { problemAnswer } from '../exchange.ts';
import type { Precondition, Store } from '../store/store.ts';
import { errorsForClearml } from '../unreadable.ts';

/** `GET /api/document`: the file's own bytes. */
export function getDocument(store: Store): Handler {
  return async ({ header }) => {
    const opening = await store.open();
    if (opening.kind === 'missing') return problemAnswer(404, 'no-file');
    if (opening.kind === 'refused') return problemAnswer(saveStatus[opening.code], opening.code);
    const tag = { etag: `"${opening.revision}"` };
    const known = tagsIn(header('if-none-match')).some((one) => one === '*' || one === opening.revision);
    if (known) return { status: 304, headers: tag, body: null };
    return { status: 200, headers: { ...tag, 'content-type': documentType }, body: opening.bytes };
  };
}

/** `PUT /api/document`: writes the body as it is, if the file is still the one the page has seen. */
export function putDocument(store: Store): Handler {
  return async (exchange) => {
    const precondition = preconditionIn(exchange);
    if (!precondition) return problemAnswer(428, 'no-precondition');
    const unreadable = exchange.hasQuery(anywayQuery) ? null : unreadableAnswer(exchange.body);
    if (unreadable) return unreadable;
    const saving = await store.save(exchange.body, precondition);
    if (!saving.ok) return problemAnswer(saveStatus[saving.code], saving.code);
    const told: Answer['headers'] = saving.overtook ? { [overtookHeader]: '1' } : {};
    return { status: 204, headers: { etag: `"${saving.revision}"`, ...told }, body: null };
  };
}

const saveStatus: Readonly<Record<FileCode | ReadOnlyCode | SaveCode, number>> = {
  folder: 409,
  'not-a-file': 409,
  'reserved-name': 409,
  'link-loop': 409,
  'no-permission': 403,
  'too-large-to-open': 409,
  'disk-error': 500,
  'not-utf-8': 422,
  'too-large-to-save': 413,
  'read-only-file': 403,
  'read-only-folder': 403,
  'no-folder': 409,
  'changed-on-disk': 412,
  'exists-already': 412,
  'disk-full': 507,
  'cannot-replace': 409,
  'no-recovery-copy': 507,
  'half-written': 500,
  'not-confirmed': 500,
  'read-back-differs': 500,
};

function unreadableAnswer(body: Uint8Array): Answer | null {
  const decoding = decode(body);
  if (!decoding.ok) return problemAnswer(422, decoding.code);
  const problems = errorsForClearml(decoding.text);
  return problems.length > 0 ? problemAnswer(422, 'clearml-cannot-read', { problems }) : null;
}

function preconditionIn({ header }: Exchange): Precondition | null {
  const anyOf = tagsIn(header('if-match')).filter((tag) => tag !== '*');
  if (anyOf.length > 0) return { kind: 'revision', anyOf };
  return header('if-none-match')?.trim() === '*' ? { kind: 'absent' } : null;
}

/** The strong tags of a list such as `"a", "b"`, without their quotes; `*` stands for itself. */
function tagsIn(list: string | null): readonly string[] {
  return (list ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .flatMap((tag) => (tag === '*' ? [tag] : (/^"([^"]*)"$/.exec(tag)?.slice(1) ?? [])));
}
