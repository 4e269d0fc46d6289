import { Menu, UnstyledButton } from '@mantine/core';
import { IconBuildingStore, IconBuildingWarehouse, IconCheck, IconSelector, IconWorld } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { frameTexts } from '../messages/frame.ts';
import { type Scope, useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './scope-switch.module.css';

/** Chooses the part of the trade that every screen shows: all, one location, or one online shop. */
export function ScopeSwitch() {
  const t = useTexts(frameTexts);
  const names = useNames();
  const { scope, setScope, locations, channels } = useShop();
  const name =
    scope.kind === 'all'
      ? t('everywhere')
      : scope.kind === 'location'
        ? names.location(scope.id)
        : names.channel(scope.id);
  const places = locations.filter((one) => one.isActive);
  const shops = channels.filter((one) => one.kind === 'online' && one.isActive);
  const choice = (to: Scope, label: string, Icon: typeof IconWorld) => {
    const isChosen = to.kind === scope.kind && (to.kind === 'all' || scope.kind === 'all' || to.id === scope.id);
    return (
      <Menu.Item
        key={to.kind === 'all' ? 'all' : to.id}
        leftSection={<Icon size={16} stroke={1.7} aria-hidden />}
        rightSection={isChosen ? <IconCheck size={16} aria-hidden /> : null}
        aria-current={isChosen}
        onClick={() => setScope(to)}
      >
        {label}
      </Menu.Item>
    );
  };
  return (
    <Menu withinPortal={false} withInitialFocusPlaceholder={false} position="bottom-start" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.button ?? ''}>
          {scope.kind === 'channel' ? (
            <IconWorld size={17} stroke={1.7} aria-hidden />
          ) : (
            <IconBuildingStore size={17} stroke={1.7} aria-hidden />
          )}
          <span className="only-heard">{t('scope')}: </span>
          <span className={classes.name}>{name}</span>
          <IconSelector size={15} stroke={1.7} aria-hidden className={classes.more} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.list ?? ''}>
        {choice({ kind: 'all' }, t('everywhere'), IconBuildingStore)}
        <Menu.Label>{t('stores')}</Menu.Label>
        {places.map((one) =>
          choice(
            { kind: 'location', id: one.id },
            names.location(one.id),
            one.kind === 'warehouse' ? IconBuildingWarehouse : IconBuildingStore,
          ),
        )}
        {shops.length > 0 ? <Menu.Label>{t('online')}</Menu.Label> : null}
        {shops.map((one) => choice({ kind: 'channel', id: one.id }, names.channel(one.id), IconWorld))}
      </Menu.Dropdown>
    </Menu>
  );
}
