/** The keys of the page, as people find them under `?`. On a Mac, Command does what Ctrl does. */
export const keys = {
  title: 'Keys',
  close: 'Close',
  rows: [
    [['/', 'Ctrl K'], 'Search a setting'],
    [['F'], 'To what the list can be narrowed to; there ← and → go on'],
    [['Esc'], 'Out of a control to its row; then clear the search, close what is open, leave the review'],
    [['Ctrl Z'], 'Undo'],
    [['Shift Ctrl Z', 'Ctrl Y'], 'Redo'],
    [['Ctrl S'], 'Review the changes; in the review, save them'],
    [['↑', '↓', 'Delete'], 'In the review: from change to change, and take one back'],
    [['↓', '↑'], 'From the search into the rows, and from row to row'],
    [['Enter'], 'Edit the row, or the first one found'],
    [['E'], 'Explain the row: what ClearML uses, and why'],
    [['Tab', 'Shift Tab'], 'To the next and the previous control'],
    [['F2'], 'In the text: show and hide the secret at the caret'],
    [['F8'], 'In the text: to the next problem'],
    [['Ctrl Space'], 'In the text: what could be written here'],
    [['Ctrl /'], 'In the text: comment the lines out, or switch them on'],
    [['?'], 'Show these keys'],
  ] as readonly (readonly [readonly string[], string])[],
} as const;
