import type { ReactNode } from 'react';

interface Props {
  readonly children?: ReactNode;
}

/** Stands in for the Markdown renderer that the form library brings along: our texts are plain. */
export function Markdown({ children }: Props) {
  return <>{children}</>;
}

export default Markdown;
