import { Button, Popover } from '@mantine/core';
import { ColorSchemeToggle, LanguageSwitch, useTexts } from '@tandem/ui/react/index.ts';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { tillTexts } from '../messages/till-texts.ts';
import { useTill, useTillState } from '../use-till.tsx';
import classes from './top-bar.module.css';

/** Who sells; language, colours, and the lock. */
export function PersonMenu() {
  const t = useTexts(tillTexts);
  const till = useTill();
  const { person, isReachable } = useTillState();
  const [hasFailed, setHasFailed] = useState(false);
  if (!person) return null;
  const isOffline = !isReachable || hasFailed;
  return (
    <Popover position="bottom-end" shadow="lg" trapFocus returnFocus radius="lg" onOpen={() => setHasFailed(false)}>
      <Popover.Target>
        <button type="button" className={classes.person} title={person.name}>
          <span aria-hidden>{person.name.slice(0, 1)}</span>
          <span className="only-heard">{person.name}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.menu}>
          <p className={classes.who}>
            {person.name}
            <small>{t(person.role)}</small>
          </p>
          <div className={classes.row}>
            <LanguageSwitch size="md" />
            <ColorSchemeToggle size={48} />
          </div>
          <Button
            size="lg"
            variant="default"
            leftSection={<IconLock size={20} aria-hidden />}
            disabled={isOffline}
            onClick={() => void till.signOut().catch(() => setHasFailed(true))}
          >
            {t('lock')}
          </Button>
          {isOffline ? <p className={classes.hint}>{t('lockNeedsNetwork')}</p> : null}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
