import { memo } from 'react';
import { Icon, type IconName } from '../icon/icon.tsx';
import { page } from '../words/page.ts';
import { useTheme } from './use-theme.ts';

interface Props {
  readonly icon: IconName;
  readonly word: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A button of the header that is an icon only. */
export function HeaderButton({ icon, word, disabled = false, onClick }: Props) {
  return (
    <button type="button" className="icon-button" aria-label={word} title={word} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

/** From the theme of the system to light, to dark, and back. */
export const ThemeButton = memo(function ThemeButton() {
  const { theme, next } = useTheme();
  const icons = { system: 'half', light: 'sun', dark: 'moon' } as const;
  return <HeaderButton icon={icons[theme]} word={page.theme[theme]} onClick={next} />;
});
