import type { ConfigJson, Edit, Path } from '../src/hocon/index.ts';
import { applyEdits, fromJson } from '../src/hocon/index.ts';

/** The text after the edits, or the code of the refusal. */
export function edited(text: string, ...edits: readonly Edit[]): string {
  const outcome = applyEdits(text, edits);
  return outcome.ok ? outcome.text : `refused: ${outcome.code}`;
}

export function set(path: Path, value: ConfigJson): Edit {
  return { op: 'set', path, value: fromJson(value) };
}

export function unset(...path: Path): Edit {
  return { op: 'unset', path };
}

export function append(path: Path, value: ConfigJson): Edit {
  return { op: 'append', path, value: fromJson(value) };
}

export function insert(path: Path, value: ConfigJson): Edit {
  return { op: 'insert', path, value: fromJson(value) };
}

export function remove(...path: Path): Edit {
  return { op: 'remove', path };
}

export function move(path: Path, to: number): Edit {
  return { op: 'move', path, to };
}

export function rename(path: Path, to: string): Edit {
  return { op: 'rename', path, to };
}

export function uncomment(...path: Path): Edit {
  return { op: 'uncomment', path };
}

/** A substitution; written out in a test it would look like a template. */
export function from(path: string): string {
  return `$\{${path}}`;
}

/** Lines as a text that ends with a line break. */
export function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
