// Mouse and finger in the sheet: press to stand, draw to mark, draw the corner to fill, press twice to type.
import { type MouseEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import { at } from './sheet-ranges.ts';
import type { Sheet } from './use-sheet.ts';

/** The events for the sheet's frame; `drawnTo` is the row that the corner is drawn to meanwhile. */
export function usePointer(sheet: Sheet, frame: RefObject<HTMLDivElement | null>) {
  const drawing = useRef<'mark' | 'fill'>(undefined);
  const [drawnTo, setDrawnTo] = useState<number>();
  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event.target);
    // A finger scrolls; its press is heard when it is lifted.
    if (event.button !== 0 || event.pointerType === 'touch' || !place) return;
    if ((event.target as Element).closest('input')) return;
    event.preventDefault();
    frame.current?.focus({ preventScroll: true });
    if ((event.target as Element).closest('[data-handle]')) {
      drawing.current = 'fill';
      frame.current?.setPointerCapture(event.pointerId);
      return;
    }
    drawing.current = 'mark';
    sheet.mark(event.shiftKey ? { anchor: sheet.marked.anchor, focus: place } : at(place.row, place.column));
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drawing.current === undefined) return;
    const place = placeOf(document.elementFromPoint(event.clientX, event.clientY));
    if (!place) return;
    if (drawing.current === 'fill') setDrawnTo(place.row);
    else if (place.row !== sheet.marked.focus.row || place.column !== sheet.marked.focus.column)
      sheet.mark({ anchor: sheet.marked.anchor, focus: place });
  };
  const onPointerUp = () => {
    if (drawing.current === 'fill' && drawnTo !== undefined) sheet.fillTo(drawnTo);
    drawing.current = undefined;
    setDrawnTo(undefined);
  };
  const onClick = (event: MouseEvent & { nativeEvent: { pointerType?: string } }) => {
    const place = placeOf(event.target);
    if (event.nativeEvent.pointerType !== 'touch' || !place) return;
    const { focus } = sheet.marked;
    if (focus.row === place.row && focus.column === place.column) sheet.edit();
    else sheet.mark(at(place.row, place.column));
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (placeOf(event.target)) sheet.edit();
  };
  return {
    drawnTo,
    events: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onClick, onDoubleClick },
  };
}

function placeOf(target: EventTarget | null): { row: number; column: number } | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role="gridcell"]') : null;
  if (!cell) return undefined;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
