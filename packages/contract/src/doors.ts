/** Getting in: set-up, sign-in, pairing; and what needs somebody to look. */
import { Type } from 'typebox';
import {
  Currency,
  Location,
  Merchant,
  Password,
  Pin,
  Register,
  Role,
  Session,
  SessionRow,
  TimeZone,
} from './merchant-shapes.ts';
import { permissions } from './permissions.ts';
import type { Routes } from './route.ts';
import { Address, Code, Done, Email, Id, IdParams, Instant, Label, LocaleTag, Nullable, Shape } from './shapes.ts';

export const doorRoutes = {
  'GET /api/setup': {
    summary: 'Whether Tandem is empty, and how far a running demo fill is',
    access: 'public',
    answer: Shape({
      isEmpty: Type.Boolean(),
      demo: Nullable(
        Shape({ state: Type.Enum(['running', 'done', 'failed']), percent: Type.Integer(), step: Type.String() }),
      ),
    }),
  },
  'POST /api/setup': {
    summary: 'Set up the first merchant; signs the owner in',
    access: 'public',
    status: 201,
    body: Shape({
      merchantName: Label,
      currency: Currency,
      pricesIncludeTax: Type.Boolean(),
      timeZone: TimeZone,
      locale: LocaleTag,
      taxRates: Type.Array(Shape({ name: Label, ratePpm: Type.Integer({ minimum: 0, maximum: 1_000_000 }) }), {
        maxItems: 5,
      }),
      store: Shape({ code: Code, name: Label, address: Address }),
      shopName: Label,
      owner: Shape({ name: Label, email: Email, password: Password, pin: Type.Optional(Pin) }),
    }),
    answer: Session,
    refusals: ['setup.done', 'currency.unknown', 'time_zone.unknown'],
  },
  'POST /api/setup/demo': {
    summary: 'Fill the empty Tandem with the demo merchant',
    access: 'public',
    status: 202,
    answer: Done,
    refusals: ['setup.done'],
  },
  'POST /api/session': {
    summary: 'Sign in with e-mail and password',
    access: 'public',
    body: Shape({ email: Email, password: Type.String({ maxLength: 128 }) }),
    answer: Session,
    refusals: ['session.refused', 'session.too_many_tries'],
  },
  'GET /api/session': { summary: 'Who is signed in', access: 'staff', answer: Session },
  'DELETE /api/session': { summary: 'Sign out', access: 'staff', answer: Done },
  'GET /api/sessions': {
    summary: 'Sessions of the signed-in person',
    access: 'staff',
    answer: Shape({ items: Type.Array(SessionRow) }),
  },
  'DELETE /api/sessions/:id': {
    summary: 'Revoke a session of the signed-in person',
    access: 'staff',
    params: IdParams,
    answer: Done,
  },
  'POST /api/till/pairing': {
    summary: 'Pair this device with a register by its one-time code',
    access: 'public',
    body: Shape({ code: Type.String({ minLength: 4, maxLength: 20 }) }),
    answer: Shape({ register: Register, merchant: Merchant, location: Location }),
    refusals: ['pairing.refused', 'session.too_many_tries'],
  },
  'GET /api/till': {
    summary: 'The register that this device is paired with',
    access: 'register',
    answer: Shape({
      register: Register,
      merchant: Merchant,
      location: Location,
      staff: Type.Array(Shape({ id: Id, name: Label, role: Role })),
      signedIn: Nullable(Shape({ id: Id, name: Label, role: Role })),
      /** Receipts of the series `series` handed out so far, so that a till that lost its storage never doubles a number. */
      series: Type.String(),
      lastReceiptNumber: Type.Integer(),
    }),
  },
  'POST /api/till/session': {
    summary: 'Sign in at a paired till with a PIN',
    access: 'register',
    body: Shape({ staffId: Id, pin: Pin }),
    answer: Shape({
      staff: Shape({ id: Id, name: Label, role: Role }),
      permissions: Type.Array(Type.Enum([...permissions])),
    }),
    refusals: ['session.refused', 'session.too_many_tries'],
  },
  'DELETE /api/till/session': { summary: 'Sign out at the till', access: 'register', answer: Done },
  'GET /api/exceptions': {
    summary: 'Facts that were recorded although something is wrong with them',
    access: 'staff',
    answer: Shape({
      items: Type.Array(
        Shape({
          id: Id,
          kind: Type.String(),
          subjectId: Nullable(Id),
          locationId: Nullable(Id),
          detail: Type.Record(Type.String(), Type.Unknown()),
          raisedAt: Instant,
        }),
      ),
    }),
  },
  'POST /api/exceptions/:id/resolution': {
    summary: 'Mark an exception as dealt with',
    access: 'exception.resolve',
    params: IdParams,
    answer: Done,
  },
} as const satisfies Routes;
