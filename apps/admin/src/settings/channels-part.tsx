import { useTexts } from '@tandem/ui/react/index.ts';
import { settingsTexts } from '../messages/settings.ts';
import dense from '../parts/dense.module.css';
import { type Channel, useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import { ChannelForm } from './channel-form.tsx';
import { PartList } from './part-list.tsx';

/** Where the merchant sells, and from which stock. */
export function ChannelsPart() {
  const t = useTexts(settingsTexts);
  const names = useNames();
  const { channels, may } = useShop();
  const kindOf = (one: Channel) => (one.kind === 'online' ? t('onlineShop') : t('tills'));
  const sourcesOf = (one: Channel) =>
    one.sources.map((source) => names.location(source.locationId)).join(' → ') || t('noSources');
  return (
    <PartList
      title={t('channels')}
      hint={t('channelsHint')}
      heads={[t('name'), t('kind'), t('sources')]}
      roomyHeads={[t('kind'), t('sources')]}
      items={channels}
      cells={(one) => (
        <>
          <td className={dense.wrap}>
            <div className={dense.strong}>{names.channel(one.id)}</div>
            <div className={`${dense.small} ${dense.onPhone}`}>{kindOf(one)}</div>
            <div className={`${dense.small} ${dense.onPhone}`}>{sourcesOf(one)}</div>
          </td>
          <td className={`${dense.quiet} ${dense.roomy}`}>{kindOf(one)}</td>
          <td className={`${dense.quiet} ${dense.wrap} ${dense.roomy}`}>{sourcesOf(one)}</td>
        </>
      )}
      offWord={t('inactive')}
      addWord={t('addChannel')}
      mayChange={may('location.change')}
      form={(channel, close) => <ChannelForm channel={channel} onClose={close} />}
    />
  );
}
