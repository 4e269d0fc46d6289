/** A member's own way into the online store. Its pages are forms: what they take stands here, and is checked by it. */
import { Type } from 'typebox';
import { Password } from './merchant-shapes.ts';
import type { Routes } from './route.ts';
import { Email, Id, IdParams, Instant, Label, Shape } from './shapes.ts';

const Login = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s].*$' });

export const JoinForm = Shape({ id: Id, name: Label, email: Email, password: Password });
/** `login`: an e-mail or a phone number. */
export const SignInForm = Shape({ login: Login, password: Type.String({ minLength: 1, maxLength: 128 }) });
export const ClaimForm = Shape({
  login: Login,
  code: Type.String({ minLength: 8, maxLength: 20 }),
  password: Password,
});

const ClaimCode = Shape({ code: Type.String(), expiresAt: Instant });

export const memberAccountRoutes = {
  'POST /api/members/:id/claim-code': {
    summary:
      'A one-time code with which the member opens an account in the online store, or a new password; shown once',
    access: 'member.add',
    params: IdParams,
    status: 201,
    answer: ClaimCode,
  },
  'POST /api/till/members/:id/claim-code': {
    summary: 'The same at a till',
    access: 'register_staff',
    params: IdParams,
    status: 201,
    answer: ClaimCode,
  },
} as const satisfies Routes;
