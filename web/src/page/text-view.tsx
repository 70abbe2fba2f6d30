import { type ComponentProps, useEffect, useState } from 'react';
import { textView } from '../words/text-view.ts';
import type TextPane from './text-pane.tsx';

type Loaded = typeof TextPane | 'loading' | 'failed';

/** The text view, loaded when it is first opened: most people never need it. */
export function TextView(props: ComponentProps<typeof TextPane>) {
  const [Pane, setPane] = useState<Loaded>('loading');
  useEffect(() => {
    const load = async () => {
      const { default: pane } = await import('./text-pane.tsx');
      setPane(() => pane);
    };
    load().catch(() => setPane('failed'));
  }, []);
  if (Pane === 'loading') return <p role="status">{textView.loading}</p>;
  if (Pane === 'failed') return <p role="alert">{textView.failed}</p>;
  return <Pane {...props} />;
}
