/** Stands in for the form library's resolving of schemas: ours refer to nothing, so each is what it says. */
export default function retrieveSchema<T>(_: unknown, schema: T): T {
  return schema;
}

const alone = <T>(_: unknown, schema: T): readonly T[] => [schema];
const first = <T>(schema: T): T => schema;

export const retrieveSchemaInternal = alone;
export const resolveDependencies = alone;
export const resolveAnyOrOneOfSchemas = alone;
export const relaxOptionsForScoring = first;
export const resolveAllReferences = first;
