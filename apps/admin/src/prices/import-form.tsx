import { Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { Answer } from '@tandem/contract/index.ts';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { useTell } from '../api/tell.ts';
import { useCommand } from '../api/use-command.ts';
import { frameTexts } from '../messages/frame.ts';
import { priceTexts } from '../messages/prices.ts';
import dense from '../parts/dense.module.css';
import { Scroller } from '../parts/scroller.tsx';
import classes from './prices.module.css';
import type { PriceListView } from './use-price-lists.ts';

interface ImportFormProps {
  readonly list: PriceListView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}
type Report = Answer<'POST /api/price-lists/:id/import'>;
const bytesMax = 10_000_000;
const shownMax = 100;

/** Prices from a file: first what would happen, row by row, then it happens. */
export function ImportForm({ list, onClose, onDone }: ImportFormProps) {
  const t = useTexts(priceTexts);
  const f = useTexts(frameTexts);
  const tell = useTell();
  const [file, setFile] = useState<{ name: string; csv: string }>();
  const tried = useCommand('POST /api/price-lists/:id/import');
  const taking = useCommand('POST /api/price-lists/:id/import', {
    refresh: [['price-lists']],
    done: (report) => t('imported', report.taken, report.removed),
    onDone: () => {
      onDone();
      onClose();
    },
  });
  const read = async (chosen: File | null) => {
    if (!chosen) return;
    if (chosen.size > bytesMax) return tell.warn(t('fileTooLarge'));
    const csv = await chosen.text();
    setFile({ name: chosen.name, csv });
    tried.mutate({ params: { id: list.id }, body: { csv: csv === '' ? ' ' : csv, dryRun: true } });
  };
  const report = tried.data;
  const count = report ? report.taken + report.removed : 0;
  return (
    <Modal opened onClose={onClose} title={t('importTitle')} size="lg" closeButtonProps={{ 'aria-label': f('close') }}>
      <FocusBack />
      <Stack>
        <Text size="sm">{t('importWords')}</Text>
        <Group>
          <FileButton accept=".csv,text/csv" onChange={(chosen) => void read(chosen)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={tried.isPending}
                leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
              >
                {file ? t('otherFile') : t('chooseFile')}
              </Button>
            )}
          </FileButton>
          {file ? (
            <Text size="sm" c="dimmed">
              {file.name}
            </Text>
          ) : null}
        </Group>
        <div aria-live="polite">{report ? <Tally report={report} /> : null}</div>
        {report && report.problems.length > 0 ? <Problems report={report} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {f('cancel')}
          </Button>
          <Button
            disabled={!file || count === 0}
            loading={taking.isPending}
            onClick={() => file && taking.mutate({ params: { id: list.id }, body: { csv: file.csv } })}
          >
            {count === 0 ? t('import') : t('importDo', count)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Tally({ report }: { readonly report: Report }) {
  const t = useTexts(priceTexts);
  const figures = [
    [t('willTake'), report.taken],
    [t('willRemove'), report.removed],
    [t('willRefuse'), report.refused],
  ] as const;
  return (
    <>
      <div className={classes.tally}>
        {figures.map(([title, count]) => (
          <dl
            key={title}
            className={classes.figure}
            data-tone={title === t('willRefuse') && count > 0 ? 'danger' : undefined}
          >
            <dt>{title}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </dl>
        ))}
      </div>
      {report.taken + report.removed === 0 ? <p className={classes.hint}>{t('importNothing')}</p> : null}
    </>
  );
}

function Problems({ report }: { readonly report: Report }) {
  const t = useTexts(priceTexts);
  const shown = report.problems.slice(0, shownMax);
  return (
    <div>
      <Scroller label={t('problem')}>
        <table className={dense.table}>
          <thead>
            <tr>
              <th scope="col">{t('row')}</th>
              <th scope="col">{t('problem')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.row}>
                <td>{one.row}</td>
                <td className={dense.wrap}>{t('rowProblem', one.code, one.text)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {report.refused > shown.length ? (
        <p className={classes.hint}>{t('problemsMore', shown.length, report.refused)}</p>
      ) : null}
    </div>
  );
}
