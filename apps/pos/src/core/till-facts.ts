/** What the till knows: its register, its merchant, and the rows of its catalogue. */
import type { Answer } from '@tandem/contract/index.ts';

export type TillFacts = Answer<'GET /api/till'>;
export type Manifest = Answer<'GET /api/till/catalogue'>;
export type TillVariant = Answer<'GET /api/till/variants'>['variants'][number];
export type Category = Manifest['categories'][number];
export type Person = TillFacts['staff'][number];
export type TillMember = Answer<'GET /api/till/members/:id'>;
