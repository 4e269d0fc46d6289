import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { problemText } from '../api/problem-text.ts';
import { useCommand } from '../api/use-command.ts';
import { memberTexts } from '../messages/members.ts';
import { problemTexts } from '../messages/problems.ts';
import { Panel } from '../parts/panel.tsx';
import { useFormat } from '../shop/use-format.ts';
import classes from './members.module.css';

/** The code by which the member, and nobody else, opens an account in the online store or gets a new password. */
export function ClaimPanel({ memberId }: { readonly memberId: string }) {
  const t = useTexts(memberTexts);
  const problem = useTexts(problemTexts);
  const { dateTime } = useFormat();
  const make = useCommand('POST /api/members/:id/claim-code');
  return (
    <Panel title={t('account')}>
      <div className={classes.claim}>
        {make.data ? (
          <div role="status">
            <p className={classes.code}>{`${make.data.code.slice(0, 4)} ${make.data.code.slice(4)}`}</p>
            <p className={classes.claimWords}>{t('codeUntil', dateTime(make.data.expiresAt))}</p>
          </div>
        ) : (
          <p className={classes.claimWords}>{t('codeWords')}</p>
        )}
        {make.error ? (
          <p className={classes.claimWords} role="alert">
            {problemText(make.error, problem)}
          </p>
        ) : null}
        <Button
          variant="default"
          fullWidth
          leftSection={<IconKey size={16} aria-hidden />}
          loading={make.isPending}
          onClick={() => make.mutate({ params: { id: memberId } })}
        >
          {t(make.data ? 'codeNew' : 'codeMake')}
        </Button>
      </div>
    </Panel>
  );
}
