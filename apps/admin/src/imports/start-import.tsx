import { Button, Select, Switch } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { ProblemError } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { importText } from '@tandem/ui/import-texts.ts';
import { useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { makeId } from '../api/make-id.ts';
import { useTell } from '../api/tell.ts';
import { upload } from '../api/upload.ts';
import { importTexts } from '../messages/imports.ts';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './imports.module.css';

/** Chooses a file and where its opening stock goes; tries it out first unless told otherwise. */
export function StartImport() {
  const t = useTexts(importTexts);
  const tell = useTell();
  const { locale } = useLanguage();
  const names = useNames();
  const { locations } = useShop();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [file, setFile] = useState<File>();
  const [code, setCode] = useState<string | null>(
    locations.find((one) => one.kind === 'warehouse')?.code ?? locations[0]?.code ?? null,
  );
  const [isDryRun, setIsDryRun] = useState(true);
  const start = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData();
      form.set('format', 'shopify');
      form.set('locationCode', code ?? '');
      form.set('dryRun', String(isDryRun));
      form.set('file', chosen);
      return upload<Answer<'POST /api/imports'>>('/api/imports', form, makeId());
    },
    onSuccess: (begun) => {
      void queries.invalidateQueries({ queryKey: ['imports'] });
      go(`/imports/${begun.id}`);
    },
    onError: (error) => {
      const reason = error instanceof ProblemError ? error.params.reason : undefined;
      if (typeof reason !== 'string' || !(error instanceof ProblemError)) return tell.problem(error);
      const { row, ...params } = error.params as Record<string, string | number>;
      tell.warn(t('refusedAt', Number(row ?? 1), importText({ code: reason, params }, locale)));
    },
  });
  return (
    <Panel title={t('start')} hint={t('startHint')}>
      <div className={classes.start}>
        <label
          className={classes.drop}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            setFile(event.dataTransfer.files[0]);
          }}
        >
          <IconFileSpreadsheet size={26} stroke={1.4} aria-hidden />
          <span className={classes.dropTitle}>{file ? t('chosen', file.name, sizeText(file.size)) : t('drop')}</span>
          <span className={classes.dropHint}>{t('dropHint')}</span>
          <input
            type="file"
            accept=".csv,text/csv"
            className="only-heard"
            onChange={(event) => setFile(event.currentTarget.files?.[0])}
          />
        </label>
        <div className={classes.choices}>
          <Select
            label={t('location')}
            data={locations
              .filter((one) => one.isActive)
              .map((one) => ({ value: one.code, label: names.location(one.id) }))}
            value={code}
            onChange={setCode}
            allowDeselect={false}
          />
          <Switch
            label={t('dryRun')}
            description={t('dryRunHint')}
            checked={isDryRun}
            onChange={(event) => setIsDryRun(event.currentTarget.checked)}
          />
          <Button disabled={!file || !code} loading={start.isPending} onClick={() => file && start.mutate(file)}>
            {isDryRun ? t('tryOut') : t('run')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
