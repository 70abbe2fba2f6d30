import { useHeldTexts } from '../desk/use-held.ts';
import type { Happening } from '../session/happening.ts';
import type { Working } from '../session/session.ts';
import { ThemeButton } from './header-button.tsx';
import { Menu } from './menu.tsx';

interface Props {
  readonly session: Working;
  readonly changes: number;
  readonly happen: (happening: Happening) => void;
}

/** Theme and menu of an open file, on the pages beside its form. */
export function FileTools({ session, changes, happen }: Props) {
  const holdsTexts = useHeldTexts().size > 0;
  return (
    <>
      <ThemeButton />
      <Menu session={session} isUnsaved={changes > 0 || holdsTexts} happen={happen} />
    </>
  );
}
