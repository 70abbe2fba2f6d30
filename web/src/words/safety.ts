import type { DocumentFile } from '@clearml-conf/shared';

/** What makes the file less private than it could be, and the commands that mend it. */
export interface Concern {
  readonly what: string;
  readonly how: string;
  readonly commands: readonly string[];
}

export const safety = {
  open: 'How private the file is',
  title: 'Others may see what is in this file',
  copy: 'Copy',
  copied: 'Copied',
} as const;

const othersRead = 0o004;
const groupReads = 0o040;

/** Who else can read the file, and whether git keeps it. Nothing is done about it unasked. */
export function concernsOf({ path, target, mode, tracked }: DocumentFile): readonly Concern[] {
  const place = target ?? path;
  const bits = mode === null ? 0 : Number.parseInt(mode, 8);
  const whom = bits & othersRead ? 'Every account on this machine' : bits & groupReads ? 'The group of the file' : null;
  const readers: readonly Concern[] =
    whom === null
      ? []
      : [
          {
            what: `${whom} can read it (mode ${mode}), with the keys in it.`,
            how: 'To keep it to yourself:',
            commands: [`chmod 600 ${quoted(place)}`],
          },
        ];
  return tracked === null ? readers : [...readers, trackedConcern(place, tracked)];
}

function trackedConcern(place: string, root: string): Concern {
  const within = place
    .slice(root.length)
    .replace(/^[\\/]+/, '')
    .replaceAll('\\', '/');
  return {
    what: `Git tracks it in ${root}, so whoever gets the repository gets the keys.`,
    how: 'To take it out of git and keep it here. Keys that were committed stay in the history of the repository; make new ones.',
    commands: [
      `git -C ${quoted(root)} rm --cached -- ${quoted(within)}`,
      `echo ${quoted(`/${within}`)} >> ${quoted(`${root}/.gitignore`)}`,
    ],
  };
}

/** A word of a shell command, in quotes where it needs them. */
function quoted(text: string): string {
  return /^[\w@%+=:,./~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
