/** Stands in for the form library's defaults, which must never get into a file: data is what it is. */
export default function getDefaultFormState(_: unknown, __: unknown, data: unknown): unknown {
  return data ?? {};
}
