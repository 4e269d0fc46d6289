import { Button, Modal } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { ColorSchemeToggle, LanguageSwitch, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { tillTexts } from '../messages/till-texts.ts';
import { useTill, useTillState } from '../use-till.tsx';
import classes from './top-bar.module.css';

/** Who sells; language, colours, and the lock. */
export function PersonMenu() {
  const t = useTexts(tillTexts);
  const till = useTill();
  const { person, isReachable } = useTillState();
  const [isOpen, setIsOpen] = useState(false);
  const [canLockHere, setCanLockHere] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  if (!person) return null;
  const isOffline = hasFailed || (!isReachable && !canLockHere);
  const open = () => {
    setHasFailed(false);
    void till.mayLockHere().then(setCanLockHere, () => setCanLockHere(false));
    setIsOpen(true);
  };
  return (
    <>
      <button type="button" className={classes.person} title={person.name} onClick={open}>
        <span aria-hidden>{person.name.slice(0, 1)}</span>
        <span className="only-heard">{person.name}</span>
      </button>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        size="sm"
        title={`${person.name} · ${t(person.role)}`}
        closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
      >
        <div className={classes.menu}>
          <div className={classes.row}>
            <LanguageSwitch size="md" />
            <ColorSchemeToggle size={48} />
          </div>
          <Button
            size="xl"
            variant="default"
            leftSection={<IconLock size={22} aria-hidden />}
            disabled={isOffline}
            onClick={() => void till.signOut().catch(() => setHasFailed(true))}
          >
            {t('lock')}
          </Button>
          {isOffline ? <p className={classes.hint}>{t('lockNeedsNetwork')}</p> : null}
        </div>
      </Modal>
    </>
  );
}
