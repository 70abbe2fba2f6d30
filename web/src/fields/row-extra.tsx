import type { Setting } from '@clearml-conf/shared';
import { lazy, Suspense } from 'react';
import { useRowAdvice } from '../desk/use-advice.ts';

const Explained = lazy(() => import('./row-explained.tsx'));
// Asked for at once: what comes after the rows are painted pushes them down.
const advice = import('./row-advice.tsx');
const LateAdvice = lazy(() => advice);
/** Once it is there, nothing waits for it any more. */
let RowAdvice: typeof LateAdvice | Awaited<typeof advice>['default'] = LateAdvice;
advice.then(
  (loaded) => {
    RowAdvice = loaded.default;
  },
  // Without it only advice is missing, and a page whose program went away says so itself.
  () => {},
);

interface Props {
  readonly setting: Setting;
  readonly isExplained: boolean;
}

/** What a row says beyond its own line: what is worth a look and, once somebody asks, where the value comes from. */
export function RowExtra({ setting, isExplained }: Props) {
  const problems = useRowAdvice(setting.path);
  return (
    <Suspense fallback={null}>
      {problems.length > 0 && <RowAdvice setting={setting} problems={problems} />}
      {isExplained && <Explained setting={setting} />}
    </Suspense>
  );
}
