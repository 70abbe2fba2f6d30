import { useEffect, useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const order: readonly Theme[] = ['system', 'light', 'dark'];
const key = 'clearml-conf.theme';

/** A browser that keeps nothing for pages refuses to be asked; the page must not end with that. */
function chosen(): Theme {
  try {
    return order.find((one) => one === localStorage.getItem(key)) ?? 'system';
  } catch {
    return 'system';
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // It is chosen for this visit only.
  }
}

/** Puts the chosen theme on the page before anything is painted, so that a dark page never flashes up light. */
export function startTheme(): void {
  document.documentElement.dataset['theme'] = chosen();
}

/** The theme that was chosen, and the way to the next one. */
export function useTheme(): { readonly theme: Theme; readonly next: () => void } {
  const [theme, setTheme] = useState<Theme>(chosen);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    keep(theme);
  }, [theme]);
  return { theme, next: () => setTheme(order[(order.indexOf(theme) + 1) % order.length] ?? 'system') };
}
