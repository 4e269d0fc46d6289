/** A labelled field of a form. */
import { sayIn } from '../messages/say.ts';
import type { Locale } from '../views.ts';

/** What each kind of field asks of the browser: its check, and the keyboard of a phone. */
const inputKinds = { text: { type: 'text' }, email: { type: 'email' }, tel: { type: 'tel' } } as const;

interface FieldProps {
  locale: Locale;
  name: string;
  label: string;
  value: string | undefined;
  type?: 'text' | 'email' | 'tel';
  autocomplete: string;
  isOptional?: boolean;
  isRequired?: boolean;
  hint?: string;
  maxLength?: number;
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
  problem,
}: FieldProps) {
  const described = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(problem === undefined ? [] : [`${name}-problem`]),
  ].join(' ');
  return (
    <p class="field">
      <label for={`field-${name}`}>
        {label} {isOptional ? <span class="quiet">{sayIn(locale)('checkout.optional')}</span> : null}
      </label>
      <input
        id={`field-${name}`}
        name={name}
        {...inputKinds[type]}
        value={value ?? ''}
        autocomplete={autocomplete as 'name'}
        maxLength={maxLength}
        required={isRequired}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(problem === undefined ? {} : { 'aria-invalid': true })}
      />
      {hint === undefined ? null : (
        <small class="quiet" id={`${name}-hint`}>
          {hint}
        </small>
      )}
      {problem === undefined ? null : (
        <small class="field-problem" id={`${name}-problem`}>
          {problem}
        </small>
      )}
    </p>
  );
}
