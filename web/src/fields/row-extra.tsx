import type { Setting } from '@clearml-conf/shared';
import { memo } from 'react';
import { useRowAdvice } from '../desk/use-advice.ts';
import { LatePart, late } from '../late/late.tsx';
import { RowAdvice } from './row-advice.tsx';

export const explainedPart = late(async () => (await import('./row-explained.tsx')).default);

interface Props {
  readonly setting: Setting;
  readonly isExplained: boolean;
}

/** What a row says beyond its own line: what is worth a look and, once somebody asks, where the value comes from. */
export const RowExtra = memo(function RowExtra({ setting, isExplained }: Props) {
  const problems = useRowAdvice(setting.path);
  return (
    <>
      {problems.length > 0 && <RowAdvice setting={setting} problems={problems} />}
      {isExplained && <LatePart part={explainedPart} props={{ setting }} />}
    </>
  );
});
