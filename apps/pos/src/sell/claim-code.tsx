import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { formatDateTime } from '@tandem/ui/index.ts';
import { useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { type Asked, type ClaimCode as Made, makeClaimCode } from '../core/ask-member.ts';
import type { TillMember } from '../core/till-facts.ts';
import { memberTexts } from '../messages/member-texts.ts';
import { useTillState } from '../use-till.tsx';
import classes from './member.module.css';
import { MemberFaultText } from './member-sheet.tsx';
import sheets from './sheets.module.css';

/** The code by which the named member opens an account in the online store, or gets a new password; shown once. */
export function ClaimCode({ member }: { readonly member: TillMember }) {
  const t = useTexts(memberTexts);
  const { locale } = useLanguage();
  const { facts } = useTillState();
  const [isBusy, setIsBusy] = useState(false);
  const [made, setMade] = useState<Asked<Made>>();
  async function make(): Promise<void> {
    setIsBusy(true);
    setMade(await makeClaimCode(member.id));
    setIsBusy(false);
  }
  if (made?.ok)
    return (
      <div className={classes.claim} role="status">
        <strong className={classes.code}>{`${made.found.code.slice(0, 4)} ${made.found.code.slice(4)}`}</strong>
        <p className={sheets.hint}>
          {t('codeAdvice', formatDateTime(made.found.expiresAt, locale, facts?.location.timeZone ?? 'UTC'))}
        </p>
      </div>
    );
  return (
    <>
      <Button
        size="lg"
        fullWidth
        variant="default"
        loading={isBusy}
        leftSection={<IconKey size={20} aria-hidden />}
        onClick={() => void make()}
      >
        {t('codeMake', member.name)}
      </Button>
      {made === undefined ? null : <MemberFaultText fault={made.fault} />}
    </>
  );
}
