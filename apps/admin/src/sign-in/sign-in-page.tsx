import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ColorSchemeToggle, LanguageSwitch, useTexts } from '@tandem/ui/react/index.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useCommand } from '../api/use-command.ts';
import mark from '../frame/mark.svg';
import { problemTexts } from '../messages/problems.ts';
import { signInTexts } from '../messages/sign-in.ts';
import classes from './sign-in-page.module.css';

/** E-mail and password of staff. */
export default function SignInPage() {
  const t = useTexts(signInTexts);
  const problem = useTexts(problemTexts);
  const queries = useQueryClient();
  const signIn = useCommand('POST /api/session', {
    isQuiet: true,
    onDone: (session) => {
      // The door itself stays: it is being watched, and an answer put under a new query would open nothing.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      queries.setQueryData(['session'], { kind: 'in', session });
    },
  });
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : t('enterEmail')),
      password: (value) => (value ? null : t('enterPassword')),
    },
  });
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <img src={mark} alt="" width={40} height={40} />
        <h1 className={classes.title}>{t('title')}</h1>
        <p className={classes.words}>{t('words')}</p>
        <form className={classes.form} noValidate onSubmit={form.onSubmit((body) => signIn.mutate({ body }))}>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            size="md"
            ref={first}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            size="md"
            {...form.getInputProps('password')}
          />
          {signIn.error ? (
            <Alert color="red" variant="light" role="alert">
              {problemText(signIn.error, problem)}
            </Alert>
          ) : null}
          <Button type="submit" size="md" fullWidth loading={signIn.isPending}>
            {t('signIn')}
          </Button>
        </form>
      </div>
      <div className={classes.foot}>
        <LanguageSwitch size="xs" />
        <ColorSchemeToggle size={30} />
      </div>
    </main>
  );
}
