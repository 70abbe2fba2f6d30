import { isSecret, type Path, parse, secretRanges } from '@clearml-conf/shared';
import { type ReactNode, useMemo, useRef, useState } from 'react';

/**
 * Whether a text must be masked: for its path, or for what it holds, as `TOKEN=…` among docker arguments or
 * `//user:password@` in an address.
 */
export function holdsSecret(path: Path, text: string): boolean {
  if (isSecret(path)) return true;
  if (text === '') return false;
  const names = path.filter((part) => typeof part === 'string').map((part) => JSON.stringify(part));
  return secretRanges(parse(`${names.join('.')}: [${JSON.stringify(text)}]`)).length > 0;
}

interface Props {
  readonly path: Path;
  readonly text: string;
  /** The box, masked or not. */
  readonly children: (isMasked: boolean) => ReactNode;
}

/** Decides whether a box is masked, and lets that stand while people are in it. */
export function Private({ path, text, children }: Props) {
  const [isInside, setInside] = useState(false);
  const name = path.join('.');
  const holds = useMemo(() => holdsSecret(name.split('.'), text), [name, text]);
  const decided = useRef(holds);
  if (!isInside) decided.current = holds;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focus only passes through on its way to the box inside
    <span className="private" onFocus={() => setInside(true)} onBlur={() => setInside(false)}>
      {children(decided.current)}
    </span>
  );
}
