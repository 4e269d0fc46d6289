import { Alert, Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { call } from '@tandem/contract/client.ts';
import { isCurrency } from '@tandem/domain/money/currency.ts';
import { ColorSchemeToggle, LanguageSwitch, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useCommand } from '../api/use-command.ts';
import mark from '../frame/mark.svg';
import { problemTexts } from '../messages/problems.ts';
import { setupTexts } from '../messages/setup.ts';
import { BusinessQuestions } from './business-questions.tsx';
import { DemoOffer } from './demo-offer.tsx';
import { OwnerQuestions } from './owner-questions.tsx';
import { PlaceQuestions } from './place-questions.tsx';
import { firstAnswers, ratePpm, type SetUpAnswers, setUpBody } from './set-up-form.ts';
import classes from './set-up-page.module.css';
import { TaxQuestions } from './tax-questions.tsx';

/** The first page of an empty Tandem: what it has to know to sell, or the demo shop. */
export default function SetUpPage() {
  const t = useTexts(setupTexts);
  const problem = useTexts(problemTexts);
  const { locale } = useLanguage();
  const queries = useQueryClient();
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => call('GET /api/setup', { signal }),
    refetchInterval: (query) => (query.state.data?.demo?.state === 'running' ? 500 : false),
  });
  const open = useCommand('POST /api/setup', {
    isQuiet: true,
    onDone: (session) => queries.setQueryData(['session'], { kind: 'in', session }),
  });
  const form = useForm<SetUpAnswers>({
    initialValues: firstAnswers(locale, Intl.DateTimeFormat().resolvedOptions().timeZone || 'Asia/Hong_Kong'),
    validateInputOnBlur: true,
    validate: {
      merchantName: (value) => (value.trim() ? null : t('required')),
      currency: (value) => (isCurrency(value.trim().toUpperCase()) ? null : t('badCurrency')),
      storeName: (value) => (value.trim() ? null : t('required')),
      storeCode: (value) => (/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/.test(value.trim()) ? null : t('badCode')),
      country: (value) => (/^[A-Za-z]{2}$/.test(value.trim()) ? null : t('badCountry')),
      ownerName: (value) => (value.trim() ? null : t('required')),
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('badEmail')),
      password: (value) => (value.length >= 8 ? null : t('shortPassword')),
      pin: (value) => (value === '' || /^\d{4,8}$/.test(value) ? null : t('badPin')),
      taxRates: { percent: (value) => (value.trim() === '' || ratePpm(value) !== undefined ? null : t('badRate')) },
    },
  });
  useEffect(() => {
    document.title = `${t('title')} · Tandem`;
  }, [t]);
  return (
    <main className={classes.page}>
      <header className={classes.top}>
        <img src={mark} alt="Tandem" width={36} height={36} />
        <div className={classes.switches}>
          <LanguageSwitch size="xs" />
          <ColorSchemeToggle size={30} />
        </div>
      </header>
      <h1 className={classes.title}>{t('title')}</h1>
      <p className={classes.words}>{t('words')}</p>
      <DemoOffer demo={setup.data?.demo ?? null} />
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit(
          (answers) => open.mutate({ body: setUpBody(answers) }),
          (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
        )}
      >
        <BusinessQuestions form={form} />
        <TaxQuestions form={form} />
        <PlaceQuestions form={form} />
        <OwnerQuestions form={form} />
        {open.error ? (
          <Alert color="red" variant="light" role="alert">
            {problemText(open.error, problem)}
          </Alert>
        ) : null}
        <Button type="submit" size="md" loading={open.isPending} disabled={setup.data?.demo?.state === 'running'}>
          {t('open')}
        </Button>
      </form>
    </main>
  );
}
