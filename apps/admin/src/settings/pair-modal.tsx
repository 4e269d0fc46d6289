import { Button, Modal, Skeleton, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { frameTexts } from '../messages/frame.ts';
import { settingsTexts } from '../messages/settings.ts';
import { timeLeft } from './countdown.ts';
import type { Register } from './registers-part.tsx';
import classes from './settings-page.module.css';

interface PairModalProps {
  readonly register: Register;
  readonly onClose: () => void;
}

/** A code large enough to be read across the counter, its time running down, until the device is paired. */
export function PairModal({ register, onClose }: PairModalProps) {
  const t = useTexts(settingsTexts);
  const f = useTexts(frameTexts);
  const make = useCommand('POST /api/registers/:id/pairing-code');
  const { mutate } = make;
  const [now, setNow] = useState(Date.now);
  useEffect(() => mutate({ params: { id: register.id } }), [mutate, register.id]);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const list = useQuery({
    queryKey: ['registers'],
    queryFn: ({ signal }) => call('GET /api/registers', { signal }),
    refetchInterval: 2000,
  });
  const fresh = list.data?.items.find((one) => one.id === register.id);
  const isDone = fresh?.isPaired === true && fresh.epoch > register.epoch;
  const left = make.data ? timeLeft(make.data.expiresAt, now) : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('pairTitle', register.name)}
      closeButtonProps={{ 'aria-label': f('close') }}
    >
      <FocusBack />
      {isDone ? (
        <p className={classes.done} role="status">
          <IconCircleCheck size={24} stroke={1.7} aria-hidden />
          {t('pairDone')}
        </p>
      ) : (
        <>
          <Text size="sm">{t('pairWords')}</Text>
          {make.data && left ? (
            <p className={classes.code}>{make.data.code}</p>
          ) : (
            <Skeleton height={84} my="sm" radius="lg" animate={make.isPending} />
          )}
          {make.data && !left ? (
            <>
              <p className={classes.left} role="status">
                {t('pairExpired')}
              </p>
              <Button
                mt="sm"
                fullWidth
                loading={make.isPending}
                onClick={() => mutate({ params: { id: register.id } })}
              >
                {t('newCode')}
              </Button>
            </>
          ) : (
            <p className={classes.left}>{left ? t('pairExpires', left) : ' '}</p>
          )}
        </>
      )}
    </Modal>
  );
}
