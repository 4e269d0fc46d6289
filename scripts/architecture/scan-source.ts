/**
 * A small scanner for TypeScript: it tells code from comments and strings, which is all that the checks need. The
 * compiler's own scanner is not used because TypeScript 7 offers it only under an unstable name.
 */
export interface SourceString {
  /** Offset of the opening quote. */
  readonly start: number;
  readonly text: string;
  /** The word before a template: `sql` in sql`…`. */
  readonly tag: string;
  /** The pieces between the expressions of a template; a plain string has one. */
  readonly pieces: readonly { readonly start: number; readonly text: string }[];
}

export interface Source {
  readonly path: string;
  readonly text: string;
  /** The text with comments, strings and regular expressions turned into spaces; offsets and lines stay the same. */
  readonly code: string;
  readonly strings: readonly SourceString[];
}

interface Scan {
  readonly text: string;
  readonly code: string[];
  readonly strings: SourceString[];
}

/** Scans one file. Where the text is no valid TypeScript the answer is a best effort, never an exception. */
export function scanSource(path: string, text: string): Source {
  const scan: Scan = { text, code: [...text].length === text.length ? [...text] : text.split(''), strings: [] };
  scanCode(scan, 0, '');
  return { path, text, code: scan.code.join(''), strings: scan.strings };
}

/** The line, counted from 1, on which an offset stands. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Reads code up to `closing` at the outer level, or to the end; gives the offset behind it. */
function scanCode(scan: Scan, from: number, closing: string): number {
  let depth = 0;
  let at = from;
  while (at < scan.text.length) {
    const char = scan.text[at] ?? '';
    if (closing !== '' && char === closing && depth === 0) return at + 1;
    if (char === '{') depth += 1;
    if (char === '}') depth -= 1;
    if (char === '/') at = scanSlash(scan, at);
    else if (char === "'" || char === '"') at = scanQuoted(scan, at, char);
    else if (char === '`') at = scanTemplate(scan, at);
    else at += 1;
  }
  return at;
}

function scanSlash(scan: Scan, at: number): number {
  const next = scan.text[at + 1];
  if (next === '/') return blank(scan, at, endOr(scan, scan.text.indexOf('\n', at)));
  if (next === '*') return blank(scan, at, endOr(scan, scan.text.indexOf('*/', at + 2), 2));
  const before = scan.code
    .slice(Math.max(0, at - 80), at)
    .join('')
    .trimEnd();
  const startsExpression = /(^|[=(,:;!&|?{}[+\-*%~^]|=>|\b(return|typeof|case|in|of|await|yield))$/.test(before);
  if (!startsExpression || next === '>') return at + 1;
  const pattern = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;
  pattern.lastIndex = at;
  const match = pattern.exec(scan.text);
  return match === null ? at + 1 : blank(scan, at, at + match[0].length);
}

/** An apostrophe in the text between two tags of JSX opens no string: a string ends on its own line. */
function scanQuoted(scan: Scan, at: number, quote: string): number {
  let end = at + 1;
  while (end < scan.text.length && scan.text[end] !== quote) {
    if (scan.text[end] === '\n') return at + 1;
    end += scan.text[end] === '\\' ? 2 : 1;
  }
  const text = scan.text.slice(at + 1, end);
  scan.strings.push({ start: at, text, tag: '', pieces: [{ start: at + 1, text }] });
  blank(scan, at + 1, end);
  return end + 1;
}

function scanTemplate(scan: Scan, at: number): number {
  const tag = /([\w$]*)(?:<[^<>()]*>)?$/.exec(scan.text.slice(Math.max(0, at - 80), at))?.[1] ?? '';
  const pieces: { start: number; text: string }[] = [];
  let start = at + 1;
  let end = start;
  const close = () => {
    pieces.push({ start, text: scan.text.slice(start, end) });
    blank(scan, start, end);
  };
  while (end < scan.text.length && scan.text[end] !== '`') {
    if (scan.text.startsWith('${', end)) {
      close();
      start = scanCode(scan, end + 2, '}');
      end = start;
    } else end += scan.text[end] === '\\' ? 2 : 1;
  }
  close();
  scan.strings.push({ start: at, text: pieces.map((piece) => piece.text).join(' ? '), tag, pieces });
  return end + 1;
}

function blank(scan: Scan, from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (scan.code[at] !== '\n') scan.code[at] = ' ';
  return to;
}

function endOr(scan: Scan, found: number, width = 0): number {
  return found === -1 ? scan.text.length : found + width;
}
