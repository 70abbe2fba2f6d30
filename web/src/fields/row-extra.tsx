import type { Setting } from '@clearml-conf/shared';
import { lazy, Suspense } from 'react';

const Explained = lazy(() => import('./row-explained.tsx'));

interface Props {
  readonly setting: Setting;
  readonly isExplained: boolean;
}

/** What a row says beyond its own line, once somebody asks. */
export function RowExtra({ setting, isExplained }: Props) {
  if (!isExplained) return null;
  return (
    <Suspense fallback={null}>
      <Explained setting={setting} />
    </Suspense>
  );
}
