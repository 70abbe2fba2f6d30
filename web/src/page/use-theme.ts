import { useEffect, useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const order: readonly Theme[] = ['system', 'light', 'dark'];
const key = 'clearml-conf.theme';

/** The theme that was chosen, and the way to the next one. */
export function useTheme(): { readonly theme: Theme; readonly next: () => void } {
  const [theme, setTheme] = useState<Theme>(() => order.find((one) => one === localStorage.getItem(key)) ?? 'system');
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem(key, theme);
  }, [theme]);
  return { theme, next: () => setTheme(order[(order.indexOf(theme) + 1) % order.length] ?? 'system') };
}
