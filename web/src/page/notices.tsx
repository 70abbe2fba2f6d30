import type { MergedFile } from '@clearml-conf/shared';
import { useAround } from '../desk/use-around.ts';
import { Icon } from '../icon/icon.tsx';
import { LatePart } from '../late/late.tsx';
import { historyHash } from '../route/route.ts';
import type { Notice, Working } from '../session/session.ts';
import { notices, page, savedInWords, where } from '../words/page.ts';
import { readOnlyTrouble } from '../words/trouble.ts';
import { notSavedPart } from './late-parts.ts';

interface Props {
  readonly session: Working;
  readonly onDismiss: () => void;
}

/** What there is to say about the file and what was just done. */
export function Notices({ session, onDismiss }: Props) {
  const { context, link, notice } = session;
  const { file, clearmlReads, alsoMerged } = context;
  return (
    <div className="notices">
      {link !== 'up' && (
        <p className="notice notice-bad" role="alert">
          {link === 'down' ? notices.lost : notices.locked}
        </p>
      )}
      {file.readOnly && (
        <p className="notice notice-bad">
          {readOnlyTrouble[file.readOnly]} {where.readOnly}
        </p>
      )}
      {clearmlReads !== file.path && <p className="notice">{where.elsewhere(clearmlReads)}</p>}
      {alsoMerged.length > 0 && <p className="notice">{where.merged(alsoMerged.map(({ path }) => path))}</p>}
      {alsoMerged.map((merged) => (
        <Unreadable key={merged.path} {...merged} />
      ))}
      <div role="status">
        {notice && notice.kind !== 'waiting' && (
          <p className={`notice notice-${notice.kind}`}>
            <Icon name={isGood(notice) ? 'check' : 'warning'} />
            <span>
              <Sentence notice={notice} /> {notice.kind === 'overtook' && <a href={historyHash}>{notices.toHistory}</a>}
            </span>
            <button type="button" className="icon-button" aria-label={page.dismiss} onClick={onDismiss}>
              <Icon name="cross" />
            </button>
          </p>
        )}
      </div>
    </div>
  );
}

/** Another file that keeps ClearML from reading any of them. */
function Unreadable({ path, text }: MergedFile) {
  const { below } = useAround();
  const { document } = below.find(({ name }) => name === path) ?? {};
  const error = document?.problems.find(({ severity }) => severity === 'error');
  if (text !== null && !error) return null;
  return <p className="notice notice-bad">{where.unreadable(path, error?.line ?? null)}</p>;
}

function isGood({ kind }: Notice): boolean {
  return ['saved', 'written', 'reloaded', 'discarded', 'merged', 'joined'].includes(kind);
}

function Sentence({ notice }: { readonly notice: Exclude<Notice, { readonly kind: 'waiting' }> }) {
  switch (notice.kind) {
    case 'saved':
      return savedInWords(notice);
    case 'not-saved':
      return <LatePart part={notSavedPart} props={{ code: notice.code }} />;
    default:
      return notices[notice.kind];
  }
}
