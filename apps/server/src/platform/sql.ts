/** SQL as text: the `sql` tag turns values into parameters and composes fragments; nothing is ever pasted in. */

export interface Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

/** A statement or fragment. A value that is itself a fragment is spliced in; `undefined` is refused as a slip. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  const texts: string[] = [strings[0] ?? ''];
  const parameters: unknown[] = [];
  values.forEach((value, index) => {
    const following = strings[index + 1] ?? '';
    if (isSql(value)) {
      texts[texts.length - 1] += value.strings[0] ?? '';
      value.strings.slice(1).forEach((text, position) => {
        parameters.push(value.values[position]);
        texts.push(text);
      });
      texts[texts.length - 1] += following;
      return;
    }
    if (value === undefined) throw new Error(`A value is undefined after: ${strings[index]}`);
    parameters.push(value);
    texts.push(following);
  });
  return { strings: texts, values: parameters };
}

/** Joins fragments, e.g. conditions with ` and `. */
export function join(fragments: readonly Sql[], separator: string): Sql {
  return fragments.reduce((all, next, index) => (index === 0 ? next : sql`${all}${raw(separator)}${next}`), raw(''));
}

/** Fixed text of the program's own, never of a caller's: a column to sort by, a direction. */
export function raw(text: string): Sql {
  return { strings: [text], values: [] };
}

/** The statement's text with numbered parameters. */
export function textOf(statement: Sql): string {
  return statement.strings.reduce((all, text, index) => (index === 0 ? text : `${all}$${index}${text}`), '');
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;
}
