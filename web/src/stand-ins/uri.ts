/** Stands in for the address library that the form library brings along: our schemas refer to nothing elsewhere. */
const uri = {
  equal: (one: string, other: string): boolean => one === other,
  resolve: (_: string, reference: string): string => reference,
};

export default uri;
