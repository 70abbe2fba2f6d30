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
  const [inside, setInside] = useState<string | null>(null);
  const steps = path.join(stepEnd);
  // Entries move: what people came into may be the box of another one by now.
  const isInside = inside === steps;
  const holds = useMemo(() => (isInside ? null : hasSecret(steps.split(stepEnd), text)), [isInside, steps, text]);
  const decided = useRef(true);
  if (holds !== null) decided.current = holds;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focus only passes through on its way to the box inside
    <span className="private" onFocus={() => setInside(steps)} onBlur={() => setInside(null)}>
      {children(decided.current)}
    </span>
  );
}
