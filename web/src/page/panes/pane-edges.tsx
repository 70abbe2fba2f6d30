import { type KeyboardEvent, type MouseEvent, memo, type PointerEvent, useEffect, useRef, useState } from 'react';
import { panes } from '../../words/panes.ts';
import { keep, show } from './kept-panes.ts';
import { draggedTo, type Pane, type PaneRoom, pressedTo, rangeOf, within } from './pane-sizes.ts';

/** The edges between the three panes: dragged, or moved by keys. A double click gives back the usual width. */
export default memo(function PaneEdges() {
  const room = useRoom();
  if (room === null) return null;
  return (
    <section className="pane-edges" aria-label={panes.region}>
      <Edge pane="sections" room={room} />
      <Edge pane="file" room={room} />
    </section>
  );
});

interface EdgeProps {
  readonly pane: Pane;
  readonly room: PaneRoom;
}

function Edge({ pane, room }: EdgeProps) {
  const { drag, isDragged } = useDrag(pane, room);
  const range = rangeOf(pane, room);
  const size = Math.round(room[pane]);
  const press = (event: KeyboardEvent) => {
    const next = pressedTo(pane, event.key, event.shiftKey, size, range);
    if (next === null) return;
    event.preventDefault();
    put(pane, next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element is a separator that moves
    <div
      role="separator"
      className="pane-edge"
      data-pane={pane}
      data-dragged={isDragged || undefined}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={panes.edge[pane]}
      aria-valuenow={size}
      aria-valuemin={Math.min(range.min, size)}
      aria-valuemax={Math.max(range.max, size)}
      aria-valuetext={panes.size(size)}
      title={panes.hint}
      onKeyDown={press}
      onDoubleClick={() => put(pane, undefined)}
      {...drag}
    />
  );
}

/** Follows the pointer from where it took hold, and keeps the width once it lets go. */
function useDrag(pane: Pane, room: PaneRoom) {
  const held = useRef<{ readonly x: number; readonly room: PaneRoom } | null>(null);
  const [isDragged, setDragged] = useState(false);
  const sizeAt = ({ clientX }: PointerEvent, began: NonNullable<typeof held.current>) =>
    within(draggedTo(pane, began.room[pane], clientX - began.x), rangeOf(pane, began.room));
  const drag = {
    // Else the browser begins a drag of its own, of whatever lies below, and takes the pointer away.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.focus({ preventScroll: true });
      held.current = { x: event.clientX, room };
      setDragged(true);
    },
    onPointerMove: (event: PointerEvent) => {
      if (held.current !== null && event.clientX !== held.current.x) show(pane, sizeAt(event, held.current));
    },
    onPointerUp: (event: PointerEvent) => {
      // A press that went nowhere is half of a double click.
      if (held.current !== null && event.clientX !== held.current.x) put(pane, sizeAt(event, held.current));
    },
    onLostPointerCapture: () => {
      held.current = null;
      setDragged(false);
    },
  };
  return { drag, isDragged };
}

function put(pane: Pane, size: number | undefined): void {
  show(pane, size);
  keep(pane, size);
}

/** The widths of the panes as they are, also after the window has changed; null until they are measured. */
function useRoom(): PaneRoom | null {
  const [room, setRoom] = useState<PaneRoom | null>(null);
  useEffect(() => {
    const watched = ['.sections', '.settings', '.file-pane'].map((name) => document.querySelector(name));
    const watch = new ResizeObserver(() => {
      const [sections = 0, settings = 0, file = 0] = watched.map((pane) => pane?.getBoundingClientRect().width);
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setRoom({ rem, sections, settings, file });
    });
    for (const pane of watched) if (pane) watch.observe(pane);
    return () => watch.disconnect();
  }, []);
  return room;
}
