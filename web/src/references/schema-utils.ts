type Schema = Readonly<Record<string, unknown>>;

/**
 * Stands in for the form library's reading of schemas. Ours are plain: one object, each property of it with its types,
 * without references, conditions or defaults. A schema is what it says, and data is never added to or taken from.
 */
export default function createSchemaUtils(validator: unknown, rootSchema: Schema) {
  const same = <T>(schema: T): T => schema;
  return {
    getRootSchema: () => rootSchema,
    getValidator: () => validator,
    doesSchemaUtilsDiffer: (otherValidator: unknown, otherSchema: Schema) =>
      otherValidator !== validator || otherSchema !== rootSchema,
    getDefaultFormState: (_: Schema, data: unknown) => data ?? {},
    retrieveSchema: same,
    sanitizeDataForNewSchema: (_: Schema, __: Schema, data: unknown) => data,
    omitExtraData: (_: Schema, data: unknown) => data,
    findFieldInSchema: () => ({ field: undefined, isRequired: false }),
    getDisplayLabel: () => true,
    isSelect: () => false,
  };
}
