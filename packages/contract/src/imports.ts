/** Files brought in, with progress and a report per row. */
import { Type } from 'typebox';
import type { Routes } from './route.ts';
import { Id, IdParams, Instant, Nullable, Shape } from './shapes.ts';

export const Import = Shape({
  id: Id,
  kind: Type.Enum(['products', 'sales']),
  fileName: Type.String(),
  /** `interrupted`: it gave no sign of life for a minute; the same file finishes it. */
  state: Type.Enum(['running', 'interrupted', 'done', 'failed']),
  isDryRun: Type.Boolean(),
  rowsDone: Type.Integer(),
  rowsTotal: Nullable(Type.Integer()),
  startedAt: Instant,
  finishedAt: Nullable(Instant),
  counts: Type.Record(Type.String(), Type.Integer()),
  /** The first 1,000 rows that were not taken as they stand. */
  messages: Type.Array(
    Shape({
      row: Type.Integer(),
      level: Type.Enum(['note', 'warning', 'error']),
      column: Type.Optional(Type.String()),
      /** What is wrong; its words stand in the catalogues of the faces. */
      code: Type.Optional(Type.String()),
      params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer()]))),
      /** English, of imports from before there were codes. */
      text: Type.Optional(Type.String()),
    }),
  ),
});

export const importsRoutes = {
  'GET /api/imports': {
    summary: 'Imports, newest first',
    access: 'import.run',
    answer: Shape({ items: Type.Array(Import) }),
  },
  'GET /api/imports/:id': {
    summary: 'An import with its progress and messages',
    access: 'import.run',
    params: IdParams,
    answer: Import,
  },
  'POST /api/imports': {
    summary: 'Bring in a product file (multipart: `file`, `format` = shopify, `locationCode`, `dryRun` = true|false)',
    access: 'import.run',
    status: 202,
    bodyLimit: 104_857_600,
    answer: Import,
    refusals: ['import.not_readable', 'import.format_unknown', 'location.unknown'],
  },
} as const satisfies Routes;
