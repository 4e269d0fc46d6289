/** Where the functions of a file begin and end, found by counting brackets in the scanned code. */
import { lineAt, type Source } from './scan-source.ts';

export interface FoundFunction {
  readonly name: string;
  readonly line: number;
  /** Lines from the signature to the closing bracket. */
  readonly lines: number;
}

const notMethods = new Set(['if', 'for', 'while', 'switch', 'catch', 'with', 'function', 'return', 'await', 'new']);

/** Functions, methods and arrow functions that have a body in braces. */
export function findFunctions(source: Source): FoundFunction[] {
  const { code } = source;
  const found: FoundFunction[] = [];
  const add = (name: string, start: number, body: number) => {
    const line = lineAt(code, start);
    found.push({ name, line, lines: lineAt(code, closing(code, body)) - line + 1 });
  };
  for (const match of code.matchAll(/([\w$]+)?\s*(?:<[^<>;]*>)?\s*\(/g)) {
    const name = match[1] ?? '';
    if (notMethods.has(name) && name !== 'function') continue;
    const body = bodyAfter(code, closing(code, match.index + match[0].length - 1) + 1);
    if (body !== undefined) add(nameOf(code, name, match.index), match.index + match[0].search(/\S/), body);
  }
  return found;
}

function nameOf(code: string, name: string, start: number): string {
  if (name !== '' && name !== 'async' && name !== 'function') return name;
  const before = code.slice(Math.max(0, start - 120), start);
  return /([\w$]+)\s*(?::[^=;]*)?[=:]\s*$/.exec(before)?.[1] ?? 'a function';
}

/** The offset of the brace that opens the body, if the parameters end at `after` and a body follows. */
function bodyAfter(code: string, after: number): number | undefined {
  let at = skipSpace(code, after);
  if (code[at] === ':') at = skipType(code, at + 1);
  if (code.startsWith('=>', at)) at = skipSpace(code, at + 2);
  return code[at] === '{' ? at : undefined;
}

/** Steps over a return type: stops at the brace of the body, at `=>`, or where no function can follow. */
function skipType(code: string, from: number): number {
  let wantsOperand = true;
  for (let at = skipSpace(code, from); at < code.length; at = skipSpace(code, at)) {
    const char = code[at] ?? '';
    if (char === '{' || char === '(' || char === '[' || char === '<') {
      if (char === '{' && !wantsOperand) return at;
      at = closing(code, at) + 1;
      wantsOperand = false;
    } else if (/[\w$.'"`]/.test(char)) {
      const word = /^[\w$.]+|^['"`][^'"`]*['"`]/.exec(code.slice(at, at + 200))?.[0] ?? char;
      wantsOperand = /^(readonly|keyof|typeof|is|asserts|extends|infer)$/.test(word);
      at += word.length;
    } else if (char === '|' || char === '&' || char === '?' || char === ':') {
      wantsOperand = true;
      at += 1;
    } else return at;
  }
  return code.length;
}

function skipSpace(code: string, from: number): number {
  let at = from;
  while (/\s/.test(code[at] ?? '')) at += 1;
  return at;
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** The offset of the bracket that closes the one at `open`; the end of the code if none does. */
function closing(code: string, open: number): number {
  const opener = code[open] ?? '';
  const closer = pairs[opener] ?? '';
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if (code[at] === opener) depth += 1;
    else if (code[at] === closer && !(closer === '>' && code[at - 1] === '=')) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return code.length;
}
