import { hasSecret, type Path } from '@clearml-conf/shared';
import { type ReactNode, useMemo, useRef, useState } from 'react';

/** No name in a file holds it. */
const stepEnd = '\u0000';

interface Props {
  readonly path: Path;
  readonly text: string;
  /** The box, masked or not. */
  readonly children: (isMasked: boolean) => ReactNode;
}

/** Decides whether a box is masked, and lets that stand while people are in it. */
export function Private({ path, text, children }: Props) {
  const [isInside, setInside] = useState(false);
  const steps = path.join(stepEnd);
  const holds = useMemo(() => (isInside ? null : hasSecret(steps.split(stepEnd), text)), [isInside, steps, text]);
  const decided = useRef(true);
  if (holds !== null) decided.current = holds;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focus only passes through on its way to the box inside
    <span className="private" onFocus={() => setInside(true)} onBlur={() => setInside(false)}>
      {children(decided.current)}
    </span>
  );
}
