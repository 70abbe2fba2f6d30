import { hasSecret, type Path } from '@clearml-conf/shared';
import { type FormEvent, type ReactNode, useMemo, useRef, useState } from 'react';

/** No name in a file holds it. */
const stepEnd = '\u0000';

interface Props {
  readonly path: Path;
  readonly text: string;
  /** Whether it is a secret for what stands before it. */
  readonly isSecret?: boolean;
  /** The box, masked or not. */
  readonly children: (isMasked: boolean) => ReactNode;
}

/** Decides whether a box is masked, and lets that stand while people are in it and what it holds is theirs. */
export function Private({ path, text, isSecret = false, children }: Props) {
  const [inside, setInside] = useState<string | null>(null);
  /** What the box held when they came, or was last made to hold by a key. */
  const theirs = useRef(text);
  const steps = path.join(stepEnd);
  // Entries move: what people came into may be the box of another one by now, or hold the text of another one.
  const isInside = inside === steps && text === theirs.current;
  const holds = useMemo(() => (isInside ? null : hasSecret(steps.split(stepEnd), text)), [isInside, steps, text]);
  const decided = useRef(true);
  if (holds !== null) decided.current = holds;
  const enter = () => {
    if (inside !== steps) theirs.current = text;
    setInside(steps);
  };
  const type = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) theirs.current = target.value;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focus and keys only pass through on their way to the box inside
    <span className="private" onFocus={enter} onInput={type} onBlur={() => setInside(null)}>
      {children(isSecret || decided.current)}
    </span>
  );
}
