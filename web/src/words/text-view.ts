/** The words of the text view. */
export const textView = {
  open: 'Edit as text',
  label: 'The text of the file',
  loading: 'Opening the text …',
  failed: 'The text view could not be loaded. Reload the page and try again; nothing is lost.',
  help: 'The whole file. Form and text are one draft: what you type here stands in the form, and Undo takes it back.',
  showSecret: 'Click, or press F2, to show this secret',
  place: (line: number, column: number) => `Line ${line}, column ${column}`,
  toForm: 'Show in the form',
  suggestions: { section: 'section', setting: '', value: '', default: 'default', example: 'example' },
  unset: 'Default:',
} as const;
