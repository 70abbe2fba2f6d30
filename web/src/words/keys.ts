type Row = readonly [chords: readonly string[], what: string];

interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** The keys of the page, as people find them under `?`. On a Mac, Command does what Ctrl does. */
export const keyGroups: readonly Group[] = [
  {
    title: 'Everywhere',
    rows: [
      [['/', 'Ctrl K'], 'Search a setting'],
      [['F'], 'To the filters; there ← and → go on'],
      [['Ctrl Z'], 'Undo'],
      [['Shift Ctrl Z', 'Ctrl Y'], 'Redo'],
      [['Ctrl S'], 'Review the changes; in the review, save them'],
      [['Esc'], 'Out of a box to its row; then clear the search, close what is open, leave the review'],
      [['?'], 'Show these keys'],
    ],
  },
  {
    title: 'In the settings',
    rows: [
      [['↓', '↑'], 'From the search into the rows, and from row to row'],
      [['Enter'], 'Edit the row, or the first one found'],
      [['E'], 'Explain the row: what ClearML uses, and why'],
      [['Tab', 'Shift Tab'], 'To the next and the previous control'],
    ],
  },
  {
    title: 'In the review',
    rows: [
      [['↓', '↑'], 'From change to change'],
      [['Enter'], 'To its setting'],
      [['Delete'], 'Take the change back'],
    ],
  },
  {
    title: 'In the text',
    rows: [
      [['F8'], 'To the next problem'],
      [['Ctrl Space'], 'What could be written here'],
      [['Ctrl /'], 'Comment the lines out, or switch them on'],
      [['F2'], 'Show and hide the secret at the caret'],
    ],
  },
];
