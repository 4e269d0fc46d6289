/** A labelled field of a form. */
import { sayIn } from '../messages/say.ts';
import type { Locale } from '../views.ts';

/** What each kind of field asks of the browser: its check, and the keyboard of a phone. */
const inputKinds = {
  text: { type: 'text' },
  email: { type: 'email' },
  tel: { type: 'tel' },
  password: { type: 'password' },
} as const;

interface FieldProps {
  locale: Locale;
  name: string;
  label: string;
  value: string | undefined;
  type?: keyof typeof inputKinds;
  /** Tells fields of the same name apart where a page has several forms. */
  scope?: string;
  autocomplete: string;
  isOptional?: boolean;
  isRequired?: boolean;
  hint?: string;
  maxLength?: number;
  minLength?: number;
  /** Why the last try was refused. */
  problem?: string | undefined;
}

export function Field({
  locale,
  name,
  label,
  value,
  type = 'text',
  autocomplete,
  isOptional = false,
  isRequired = false,
  hint,
  maxLength = 200,
  minLength,
  scope,
  problem,
}: FieldProps) {
  const id = scope === undefined ? name : `${scope}-${name}`;
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(problem === undefined ? [] : [`${id}-problem`]),
  ].join(' ');
  return (
    <p class="field">
      <label for={`field-${id}`}>
        {label} {isOptional ? <span class="quiet">{sayIn(locale)('checkout.optional')}</span> : null}
      </label>
      <input
        id={`field-${id}`}
        name={name}
        {...inputKinds[type]}
        value={value ?? ''}
        autocomplete={autocomplete as 'name'}
        maxLength={maxLength}
        {...(minLength === undefined ? {} : { minLength })}
        required={isRequired}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(problem === undefined ? {} : { 'aria-invalid': true })}
      />
      {hint === undefined ? null : (
        <small class="quiet" id={`${id}-hint`}>
          {hint}
        </small>
      )}
      {problem === undefined ? null : (
        <small class="field-problem" id={`${id}-problem`}>
          {problem}
        </small>
      )}
    </p>
  );
}
