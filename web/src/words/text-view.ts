/** The words of the text view. */
export const textView = {
  open: 'Edit as text',
  label: 'The text of the file',
  showSecret: 'Click, or press F2, to show this secret',
  place: (line: number, column: number) => `Line ${line}, column ${column}`,
  toForm: 'Show in the form',
  suggestions: { section: 'section', setting: '', value: '', default: 'default', example: 'example' },
  unset: 'Default:',
  emptyText: 'an empty text',
} as const;
