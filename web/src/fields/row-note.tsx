import notes from 'virtual:notes';

/** What surprises people about a setting, for whoever reads on. */
export function RowNote({ path }: { readonly path: string }) {
  return <span className="row-aside">{notes[path]} </span>;
}
