import { useState } from 'react';

interface Copying {
  /** Whether this very text was copied, until it is forgotten. */
  readonly isCopied: boolean;
  readonly copy: () => void;
  readonly forget: () => void;
}

/** Copies a text to the clipboard, for a button that says so. */
export function useCopying(text: string): Copying {
  const [copied, setCopied] = useState<string | null>(null);
  return {
    isCopied: copied === text,
    copy: () => void navigator.clipboard.writeText(text).then(() => setCopied(text)),
    forget: () => setCopied(null),
  };
}
