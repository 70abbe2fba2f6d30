import { memo } from 'react';

/** Our own drawings on a grid of 16, stroke only. */
const drawings = {
  undo: 'M3 6h6.5a3.5 3.5 0 0 1 0 7H6M3 6l3-3M3 6l3 3',
  redo: 'M13 6H6.5a3.5 3.5 0 0 0 0 7H10M13 6l-3-3M13 6l-3 3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3 14 14',
  cross: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  up: 'M8 13V3.5M4 7l4-4 4 4',
  down: 'M8 3v9.5M4 9l4 4 4-4',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  link: 'M6.5 9.5l3-3M7 4.5 8.8 2.7a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.8 1.8a3.2 3.2 0 0 1-4.5-4.5L4.5 7',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  'eye-off':
    'M2 2l12 12M6.3 3.8A6 6 0 0 1 8 3.5c4 0 6.5 4.5 6.5 4.5a12 12 0 0 1-2 2.4M4 5a12 12 0 0 0-2.5 3S4 12.5 8 12.5c1.2 0 2.3-.4 3.2-1',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  file: 'M4 1.5h5.5L13 5v9.5H4zM9.5 1.5V5H13M6 8h4.5M6 11h4.5',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  moon: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7',
  half: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 2v12M8 5h4.7M8 8h6M8 11h4.7',
  reset: 'M5 5l6 6M11 5l-6 6M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13',
  quote: 'M5 4H3v4h2c0 2-.5 3-2 4M12 4h-2v4h2c0 2-.5 3-2 4',
  book: 'M3 2.5h8a2 2 0 0 1 2 2v9H5a2 2 0 0 1-2-2zM3 11.5a2 2 0 0 1 2-2h8',
  help: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M6 6.2a2 2 0 1 1 2.8 1.9c-.6.3-.8.6-.8 1.3M8 11.4v.2',
  left: 'M10 3 5 8l5 5',
  warning: 'M8 2 1.5 13.5h13zM8 6.5v3.5M8 12v.3',
  people:
    'M6 3a2.3 2.3 0 1 0 0 4.6A2.3 2.3 0 0 0 6 3M1.5 13c.3-2.4 2-3.6 4.5-3.6s4.2 1.2 4.5 3.6M10.5 3.2a2.2 2.2 0 0 1 0 4.2M11.8 9.6c1.6.4 2.5 1.5 2.7 3.4',
  more: 'M8 2.7a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1M8 7.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1M8 12.3a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1',
  clock: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 4.5V8l2.5 1.5',
  power: 'M8 1.5V7M4.8 3.8a5.5 5.5 0 1 0 6.4 0',
  plug: 'M5.5 1.5v3.5M10.5 1.5v3.5M3.5 5h9v2.5a4.5 4.5 0 0 1-9 0zM8 12v2.5',
  check: 'M3 8.5 6.5 12 13 4.5',
} as const;

export type IconName = keyof typeof drawings;

/** A drawing beside words, or on a button that is named otherwise. */
export const Icon = memo(function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
});

/** The mark of the program: a brace, and the one line in it that changes. */
export const Mark = memo(function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M9 3C6 3 6 5 6 7.5S6 11 3.5 12C6 13 6 14 6 16.5S6 21 9 21" />
      <path d="M12 7.5h8M12 16.5h5" />
      <path className="mark-line" d="M12 12h8.5" />
    </svg>
  );
});
