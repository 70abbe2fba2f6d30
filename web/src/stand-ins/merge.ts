/**
 * Stands in for the library that merges the members of an `allOf`, which the form library brings along: our schemas have
 * none, and the checks compiled from them need no merging.
 */
const nothing = () => ({});

export const createComparator = nothing;
export const createMerger = nothing;
export const createIntersector = nothing;
export const createDeduplicator = nothing;

/** A schema without `allOf` is merged as it stands. */
export const createShallowAllOfMerge = () => (schema: object) => schema;
