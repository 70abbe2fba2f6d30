import type { DocumentFile } from '@clearml-conf/shared';
import { memo, useId } from 'react';
import { useCopying } from '../desk/use-copying.ts';
import { Icon } from '../icon/icon.tsx';
import { concernsOf, safety } from '../words/safety.ts';

/** A quiet sign beside the name of a file that others can read or that git keeps; the fix is offered, never made. */
export const FileSafety = memo(function FileSafety({ file }: { readonly file: DocumentFile }) {
  const id = useId();
  const concerns = concernsOf(file);
  if (concerns.length === 0) return null;
  return (
    <>
      <button type="button" className="icon-button" aria-label={safety.open} title={safety.title} popoverTarget={id}>
        <Icon name="people" />
      </button>
      <section id={id} popover="auto" className="menu safety" aria-label={safety.title}>
        <h2>{safety.title}</h2>
        {concerns.map(({ what, how, commands }) => (
          <div key={what}>
            <p>{what}</p>
            <p className="soft">{how}</p>
            {commands.map((command) => (
              <Command key={command} command={command} />
            ))}
          </div>
        ))}
      </section>
    </>
  );
});

function Command({ command }: { readonly command: string }) {
  const { isCopied, copy } = useCopying(command);
  return (
    <p className="safety-command">
      <code>{command}</code>
      <button type="button" className="small-button" aria-label={`${safety.copy}: ${command}`} onClick={copy}>
        {isCopied ? safety.copied : safety.copy}
      </button>
    </p>
  );
}
