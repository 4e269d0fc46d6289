/** A shape of the contract in words, for people: fields one below another, each with what it may hold. */

type Shape = Readonly<Record<string, unknown>>;

/** HTML of a shape: what it is, and below it a list of its fields, as deep as they go. */
export function describeShape(given: object): string {
  const shape = given as Shape;
  const alternatives = (shape.anyOf ?? shape.oneOf) as Shape[] | undefined;
  if (alternatives !== undefined) return describeUnion(alternatives);
  if (shape.type === 'object') return describeObject(shape);
  if (shape.type === 'array') {
    const { items, minItems, maxItems } = shape as { items: Shape; minItems?: number; maxItems?: number };
    return `list${span(minItems, maxItems, ' entries')}, each ${describeShape(items)}`;
  }
  return escapeHtml(wordsOf(shape));
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function describeUnion(alternatives: readonly Shape[]): string {
  const known = alternatives.filter((one) => one.type !== 'null');
  const orNull = known.length < alternatives.length ? ' or null' : '';
  const constants = known.every((one) => one.const !== undefined);
  const [only] = known;
  if (only !== undefined && known.length === 1) {
    const said = describeShape(only);
    // "or null" is about the field, not about the last of its parts.
    return orNull === '' ? said : `null or ${said}`;
  }
  if (constants) return escapeHtml(known.map((one) => JSON.stringify(one.const)).join(' | ') + orNull);
  return `one of${orNull}<ul>${known.map((one) => `<li>${describeShape(one)}</li>`).join('')}</ul>`;
}

function describeObject(shape: Shape): string {
  const properties = (shape.properties ?? {}) as Record<string, Shape>;
  const required = new Set((shape.required ?? []) as string[]);
  const fields = Object.entries(properties).map(
    ([name, one]) =>
      `<li><code>${escapeHtml(name)}</code>${required.has(name) ? '' : ' <em>optional</em>'}: ${describeShape(one)}</li>`,
  );
  const keyed = Object.entries((shape.patternProperties ?? {}) as Record<string, Shape>).map(
    ([pattern, one]) => `<li>any key like <code>${escapeHtml(pattern)}</code>: ${describeShape(one)}</li>`,
  );
  const all = [...fields, ...keyed];
  return all.length === 0 ? 'object without fields' : `object<ul>${all.join('')}</ul>`;
}

function wordsOf(shape: Shape): string {
  const { type, minLength, maxLength, minimum, maximum, format, pattern } = shape as {
    type?: string;
    minLength?: number;
    maxLength?: number;
    minimum?: number;
    maximum?: number;
    format?: string;
    pattern?: string;
  };
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (Array.isArray(shape.enum)) return shape.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (type === 'boolean') return 'true or false';
  if (type === 'integer') return `whole number${span(minimum, maximum, '')}`;
  if (type !== 'string') return type ?? 'anything';
  const like = pattern === undefined ? '' : `, like ${pattern}`;
  return `${format ?? 'text'}${span(minLength, maxLength, ' characters')}${like}`;
}

function span(least: number | undefined, most: number | undefined, unit: string): string {
  const said = (figure: number): string => figure.toLocaleString('en');
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return `, at least ${said(least ?? 0)}${unit}`;
  return least === undefined || least === 0
    ? `, at most ${said(most)}${unit}`
    : `, ${said(least)} to ${said(most)}${unit}`;
}
