/** The ways into an account: sign in, join, or use the code that the shop gave. */
import { pathIn } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import { Field } from '../parts/field.tsx';
import { Layout } from '../parts/layout.tsx';
import { ProblemNotice } from '../parts/notice.tsx';
import type { AccountForm, Frame, SignInView } from '../views.ts';

interface PartProps {
  frame: Frame;
  view: SignInView;
}

const passwordMin = 8;

export function SignInPage({ frame, view }: PartProps) {
  const { locale } = frame;
  const say = sayIn(locale);
  return (
    <Layout frame={frame} title={say('signIn.title')} isPersonal={true}>
      <h1 class="page-title">{say('signIn.title')}</h1>
      <ProblemNotice problem={view.problem} locale={locale} />
      <div class="two-sides ways-in">
        <div class="way-in">
          <SignIn frame={frame} view={view} />
          <Claim frame={frame} view={view} />
        </div>
        <section class="panel" aria-labelledby="join">
          <h2 id="join">{say('join.title')}</h2>
          <p class="quiet">{say('join.hint')}</p>
          <Join frame={frame} view={view} />
        </section>
      </div>
    </Layout>
  );
}

function SignIn({ frame, view }: PartProps) {
  const { locale } = frame;
  const say = sayIn(locale);
  return (
    <section aria-labelledby="sign-in">
      <h2 id="sign-in">{say('signIn.known')}</h2>
      <form class="account-form" method="post" action={pathIn(locale, '/account/session')}>
        <Hidden view={view} />
        <Field
          locale={locale}
          scope="in"
          name="login"
          label={say('account.login')}
          value={view.typed.login}
          autocomplete="username"
          isRequired={true}
          maxLength={254}
          problem={problemOf(view, 'sign_in', 'login', frame)}
        />
        <Field
          locale={locale}
          scope="in"
          name="password"
          type="password"
          label={say('account.password')}
          value={undefined}
          autocomplete="current-password"
          isRequired={true}
          maxLength={128}
        />
        <button class="button button-main" type="submit">
          {say('signIn.do')}
        </button>
      </form>
    </section>
  );
}

function Join({ frame, view }: PartProps) {
  const { locale } = frame;
  const say = sayIn(locale);
  return (
    <form class="account-form" method="post" action={pathIn(locale, '/account/joining')}>
      <Hidden view={view} />
      <Field
        locale={locale}
        scope="join"
        name="name"
        label={say('checkout.name')}
        value={view.typed.name}
        autocomplete="name"
        isRequired={true}
        maxLength={120}
        problem={problemOf(view, 'join', 'name', frame)}
      />
      <Field
        locale={locale}
        scope="join"
        name="email"
        type="email"
        label={say('checkout.email')}
        value={view.typed.email}
        autocomplete="email"
        isRequired={true}
        maxLength={254}
        problem={problemOf(view, 'join', 'email', frame)}
      />
      <NewPassword frame={frame} view={view} form="join" />
      <button class="button" type="submit">
        {say('join.do')}
      </button>
    </form>
  );
}

function Claim({ frame, view }: PartProps) {
  const { locale } = frame;
  const say = sayIn(locale);
  return (
    <details class="claim" open={view.form === 'claim'}>
      <summary>{say('claim.title')}</summary>
      <p class="quiet">{say('claim.hint')}</p>
      <form class="account-form" method="post" action={pathIn(locale, '/account/claim')}>
        <Hidden view={view} />
        <Field
          locale={locale}
          scope="claim"
          name="login"
          label={say('account.login')}
          value={view.typed.login}
          autocomplete="username"
          isRequired={true}
          maxLength={254}
          problem={problemOf(view, 'claim', 'login', frame)}
        />
        <Field
          locale={locale}
          scope="claim"
          name="code"
          label={say('claim.code')}
          value={undefined}
          autocomplete="one-time-code"
          isRequired={true}
          maxLength={20}
          problem={problemOf(view, 'claim', 'code', frame)}
        />
        <NewPassword frame={frame} view={view} form="claim" />
        <button class="button" type="submit">
          {say('claim.do')}
        </button>
      </form>
    </details>
  );
}

function NewPassword({ frame, view, form }: PartProps & { form: AccountForm }) {
  const { locale } = frame;
  const say = sayIn(locale);
  return (
    <Field
      locale={locale}
      scope={form}
      name="password"
      type="password"
      label={say('account.newPassword')}
      value={undefined}
      autocomplete="new-password"
      isRequired={true}
      minLength={passwordMin}
      maxLength={128}
      hint={say('account.newPassword.hint', { count: passwordMin })}
      problem={problemOf(view, form, 'password', frame)}
    />
  );
}

function Hidden({ view }: { view: SignInView }) {
  return (
    <>
      <input type="hidden" name="command" value={view.commandId} />
      <input type="hidden" name="next" value={view.next.slice(1)} />
    </>
  );
}

/** What is wrong with a field, beside it. */
function problemOf(view: SignInView, form: AccountForm, field: string, { locale }: Frame): string | undefined {
  const { problem } = view;
  if (view.form !== form || problem?.code !== 'input.invalid' || problem.field !== field) return undefined;
  const say = sayIn(locale);
  if (field === 'name') return say('problem.input.name');
  if (field === 'email') return say('problem.input.email');
  if (field === 'password') return say('account.newPassword.hint', { count: passwordMin });
  return say(field === 'code' ? 'problem.input.code' : 'problem.input.login');
}
