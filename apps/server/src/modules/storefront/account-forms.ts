/** What the forms of the account say, checked by the contract's schemas. */
import { ClaimForm, JoinForm, SignInForm } from '@tandem/contract/member-accounts.ts';
import type { Typed } from '@tandem/storefront/views.ts';
import type { Static, TSchema } from 'typebox';
import { compileValidator } from '../../platform/http/validate.ts';

export const joinForm = reader(JoinForm, ['id', 'name', 'email', 'password']);
export const signInForm = reader(SignInForm, ['login', 'password']);
export const claimForm = reader(ClaimForm, ['login', 'code', 'password']);

/** Reads these fields of a form and no others. Refuses with the field's name. */
function reader<S extends TSchema>(schema: S, names: readonly string[]): (form: Typed) => Static<S> {
  const validate = compileValidator({ schema, httpPart: 'body', method: 'POST', url: '' });
  return (form) => {
    const given = Object.fromEntries(names.flatMap((name) => (form[name] === undefined ? [] : [[name, form[name]]])));
    const answer = validate(given) as { error?: Error };
    if (answer.error !== undefined) throw answer.error;
    return given as Static<S>;
  };
}
