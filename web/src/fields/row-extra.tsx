import type { Setting } from '@clearml-conf/shared';
import { memo } from 'react';
import { useRowAdvice } from '../desk/use-advice.ts';
import { LatePart, late } from '../late/late.tsx';

export const explainedPart = late(async () => (await import('./row-explained.tsx')).default);
const advicePart = late(async () => (await import('./row-advice.tsx')).default);
// Asked for at once: what comes after the rows are painted pushes them down.
advicePart.fetch().catch(() => {});

interface Props {
  readonly setting: Setting;
  readonly isExplained: boolean;
}

/** What a row says beyond its own line: what is worth a look and, once somebody asks, where the value comes from. */
export const RowExtra = memo(function RowExtra({ setting, isExplained }: Props) {
  const problems = useRowAdvice(setting.path);
  return (
    <>
      {problems.length > 0 && <LatePart part={advicePart} props={{ setting, problems }} />}
      {isExplained && <LatePart part={explainedPart} props={{ setting }} />}
    </>
  );
});
