// What a key means in the sheet while no cell is being typed into; the same as in any spreadsheet.

export type SheetAct =
  | { readonly kind: 'move'; readonly row: number; readonly column: number; readonly isExtending: boolean }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'edit' | 'clear' | 'fillDown' | 'undo' | 'redo' | 'all' | 'leave' | 'save' };

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const page = 12;
const far = 10_000_000;
const arrows: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-page, 0],
  PageDown: [page, 0],
};
const commands: Readonly<Record<string, Exclude<SheetAct['kind'], 'move' | 'step' | 'type'>>> = {
  a: 'all',
  d: 'fillDown',
  s: 'save',
  y: 'redo',
};

/** The act, or undefined for a key that is none of the sheet's. */
export function sheetAct(pressed: Pressed): SheetAct | undefined {
  const { key, shiftKey: isExtending } = pressed;
  const isCommand = pressed.ctrlKey || pressed.metaKey;
  const arrow = arrows[key];
  if (arrow) {
    const times = isCommand ? far : 1;
    return { kind: 'move', row: arrow[0] * times, column: arrow[1] * times, isExtending };
  }
  if (key === 'Home') return { kind: 'move', row: isCommand ? -far : 0, column: -far, isExtending };
  if (key === 'End') return { kind: 'move', row: isCommand ? far : 0, column: far, isExtending };
  if (isCommand) {
    if (key.toLowerCase() === 'z') return { kind: isExtending ? 'redo' : 'undo' };
    const kind = pressed.altKey ? undefined : commands[key.toLowerCase()];
    return kind && { kind };
  }
  if (key === 'Tab') return { kind: 'step', by: isExtending ? -1 : 1 };
  if (key === 'Enter' || key === 'F2') return { kind: 'edit' };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
  if (key === 'Escape') return { kind: 'leave' };
  return key.length === 1 && !pressed.altKey ? { kind: 'type', text: key } : undefined;
}
