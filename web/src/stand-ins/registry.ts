import ObjectField from '@rjsf/core/lib/components/fields/ObjectField.js';
import SchemaField from '@rjsf/core/lib/components/fields/SchemaField.js';
import { englishStringTranslator, type Registry } from '@rjsf/utils';

/** All that the library looks for, of which only the lists may be empty. */
type Bare = Omit<Registry, 'schemaUtils' | 'templates'> & {
  readonly templates: { readonly ButtonTemplates: Partial<Registry['templates']['ButtonTemplates']> };
};

/**
 * Stands in for the library's own list of fields, templates and widgets, which nobody here ever sees: every setting has
 * a field of ours. Without it all of them would be loaded before the page is painted.
 */
export default function getDefaultRegistry(): Bare {
  return {
    fields: { ObjectField, SchemaField },
    templates: { ButtonTemplates: {} },
    widgets: {},
    rootSchema: {},
    formContext: {},
    translateString: englishStringTranslator,
    globalFormOptions: { idPrefix: 'root', idSeparator: '_', useFallbackUiForUnsupportedType: false },
  };
}
