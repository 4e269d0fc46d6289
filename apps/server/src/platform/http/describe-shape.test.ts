import { expect, it } from 'vitest';
import { describeShape } from './describe-shape.ts';
import { docsPage } from './docs-page.ts';

it('says of each field what it may hold', () => {
  const shape = {
    type: 'object',
    required: ['code', 'lines'],
    properties: {
      code: { type: 'string', minLength: 1, maxLength: 20, pattern: '^[A-Z<>]+$' },
      lines: { type: 'array', maxItems: 1000, items: { type: 'integer', minimum: 1, maximum: 5000 } },
      note: { anyOf: [{ type: 'string', maxLength: 200 }, { type: 'null' }] },
      kind: {
        anyOf: [
          { type: 'string', const: 'a' },
          { type: 'string', const: 'b' },
        ],
      },
    },
  };

  expect(describeShape(shape)).toBe(
    'object<ul><li><code>code</code>: text, 1 to 20 characters, like ^[A-Z&#60;&#62;]+$</li>' +
      '<li><code>lines</code>: list, at most 1,000 entries, each whole number, 1 to 5,000</li>' +
      '<li><code>note</code> <em>optional</em>: null or text, at most 200 characters</li>' +
      '<li><code>kind</code> <em>optional</em>: &#34;a&#34; | &#34;b&#34;</li></ul>',
  );
});

it('the page of the contract leads to every part of it', () => {
  const page = docsPage();
  const parts = [...page.matchAll(/<h2 id="([^"]+)"/g)].map((match) => match[1]);

  expect(parts).toContain('orders');
  for (const part of parts) expect(page).toContain(`<a href="#${part}">`);
  expect(page).not.toMatch(/undefined|\[object/);
});
