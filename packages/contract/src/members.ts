/** Members: known shoppers, as the back office, tills and prices know them. */
import { Type } from 'typebox';
import type { Routes } from './route.ts';
import { Email, Id, IdParams, Instant, Label, Nullable, Page, PageQuery, Shape } from './shapes.ts';

/** With a year or without: `1990-05-17` or `--05-17`. */
export const Birthday = Type.String({ pattern: '^(\\d{4}|-)-\\d\\d-\\d\\d$' });
const Reference = Type.String({ minLength: 1, maxLength: 60, pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N} #/_.:-]*$' });
const Phone = Type.String({ maxLength: 40, pattern: '^[+0-9][0-9 ()./-]*$' });
const Tags = Type.Array(Label, { maxItems: 50 });

export const Member = Shape({
  id: Id,
  /** The number on the member's card, or what another system calls them. */
  reference: Nullable(Type.String()),
  /** Empty where another system told no more than a number. */
  name: Type.String(),
  email: Nullable(Type.String()),
  /** With `+` and its country. */
  phone: Nullable(Type.String()),
  tier: Nullable(Type.String()),
  tags: Type.Array(Type.String()),
  birthday: Nullable(Type.String()),
  isTaxExempt: Type.Boolean(),
  referredBy: Nullable(Shape({ id: Id, name: Type.String() })),
  /** Grows with every change; a change names the version that it was made on. */
  version: Type.Integer(),
  createdAt: Instant,
  updatedAt: Instant,
  updatedBy: Nullable(Type.String()),
});
/** What a change keeps of before and after. */
export const MemberFacts = Shape({
  reference: Nullable(Type.String()),
  name: Type.String(),
  email: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  tier: Nullable(Type.String()),
  tags: Type.Array(Type.String()),
  birthday: Nullable(Type.String()),
  isTaxExempt: Type.Boolean(),
  referredBy: Nullable(Id),
});
export const MemberChange = Shape({
  version: Type.Integer(),
  event: Type.Enum(['created', 'changed']),
  at: Instant,
  staffId: Nullable(Id),
  staffName: Nullable(Type.String()),
  before: Nullable(MemberFacts),
  after: MemberFacts,
});

/** What a till shows and prices with; of phone and e-mail only enough to tell two people apart. */
export const TillMember = Shape({
  id: Id,
  reference: Nullable(Type.String()),
  name: Type.String(),
  /** The last four digits. */
  phoneEnd: Nullable(Type.String()),
  /** As `m•••@example.com`. */
  emailHint: Nullable(Type.String()),
  tier: Nullable(Type.String()),
  tags: Type.Array(Type.String()),
  birthday: Nullable(Type.String()),
  /** Orders that were placed and not cancelled. */
  orderCount: Type.Integer(),
  isReferred: Type.Boolean(),
  isTaxExempt: Type.Boolean(),
  /** How often the member used each promotion that is limited per member; those without a use are left out. */
  uses: Type.Array(Shape({ promotionId: Id, uses: Type.Integer() })),
});

const refusals = [
  'member.email_taken',
  'member.phone_taken',
  'member.reference_taken',
  'member.phone',
  'member.birthday',
  'member.refers_to_itself',
] as const;
const Filter = Type.String({ minLength: 1, maxLength: 200 });
const Search = Type.String({ maxLength: 200 });

export const membersRoutes = {
  'GET /api/members': {
    summary: 'Members, the newest first; searched by name, phone, e-mail or number',
    access: 'member.read',
    query: Shape({
      ...PageQuery,
      search: Type.Optional(Search),
      tier: Type.Optional(Filter),
      tag: Type.Optional(Filter),
    }),
    answer: Page(Member),
  },
  'GET /api/member-labels': {
    summary: 'The tiers and tags that members have',
    access: 'member.read',
    answer: Shape({
      tiers: Type.Array(Shape({ label: Type.String(), count: Type.Integer() })),
      tags: Type.Array(Shape({ label: Type.String(), count: Type.Integer() })),
    }),
  },
  'POST /api/members': {
    summary: 'Add a member; tier, tags and tax exemption need the right to change members',
    access: 'member.add',
    idempotency: 'optional',
    status: 201,
    body: Shape({
      name: Label,
      reference: Type.Optional(Nullable(Reference)),
      email: Type.Optional(Nullable(Email)),
      phone: Type.Optional(Nullable(Phone)),
      tier: Type.Optional(Nullable(Label)),
      tags: Type.Optional(Tags),
      birthday: Type.Optional(Nullable(Birthday)),
      isTaxExempt: Type.Optional(Type.Boolean()),
      referredBy: Type.Optional(Nullable(Id)),
    }),
    answer: Member,
    refusals,
  },
  'GET /api/members/:id': {
    summary: 'A member',
    access: 'member.read',
    params: IdParams,
    answer: Member,
  },
  'PUT /api/members/:id': {
    summary: 'Change a member',
    access: 'member.change',
    idempotency: 'optional',
    params: IdParams,
    body: Shape({
      version: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
      name: Label,
      reference: Nullable(Reference),
      email: Nullable(Email),
      phone: Nullable(Phone),
      tier: Nullable(Label),
      tags: Tags,
      birthday: Nullable(Birthday),
      isTaxExempt: Type.Boolean(),
      referredBy: Nullable(Id),
    }),
    answer: Member,
    refusals: [...refusals, 'member.changed_meanwhile'],
  },
  'GET /api/members/:id/history': {
    summary: 'Who changed the member and how, the last change first',
    access: 'member.read',
    params: IdParams,
    answer: Shape({ items: Type.Array(MemberChange) }),
  },
  'GET /api/till/members': {
    summary: 'Members by phone, name, e-mail or number, at most 20, with what prices look at',
    access: 'register_staff',
    query: Shape({ search: Search }),
    answer: Shape({ items: Type.Array(TillMember) }),
  },
  'GET /api/till/members/:id': {
    summary: 'The same of one member, as of now',
    access: 'register_staff',
    params: IdParams,
    answer: TillMember,
  },
  'POST /api/till/members': {
    summary: 'Add a member at a till',
    access: 'register_staff',
    idempotency: 'required',
    status: 201,
    body: Shape({
      name: Label,
      email: Type.Optional(Nullable(Email)),
      phone: Type.Optional(Nullable(Phone)),
      birthday: Type.Optional(Nullable(Birthday)),
      referredBy: Type.Optional(Nullable(Id)),
    }),
    answer: TillMember,
    refusals,
  },
} as const satisfies Routes;
