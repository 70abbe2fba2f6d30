/** The edges between the panes of the page. */
export const panes = {
  region: 'Widths of the panes',
  edge: { sections: 'Width of the sections', file: 'Width of the file' },
  size: (pixels: number) => `${pixels} pixels`,
  hint: 'Drag to make it wider or narrower; a double click sets it back',
} as const;
