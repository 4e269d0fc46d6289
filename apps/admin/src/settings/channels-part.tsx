import { useTexts } from '@tandem/ui/react/index.ts';
import { settingsTexts } from '../messages/settings.ts';
import dense from '../parts/dense.module.css';
import { useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import { ChannelForm } from './channel-form.tsx';
import { PartList } from './part-list.tsx';

/** Where the merchant sells, and from which stock. */
export function ChannelsPart() {
  const t = useTexts(settingsTexts);
  const names = useNames();
  const { channels, may } = useShop();
  return (
    <PartList
      title={t('channels')}
      hint={t('channelsHint')}
      heads={[t('name'), t('kind'), t('sources')]}
      items={channels}
      cells={(one) => (
        <>
          <td className={dense.strong}>{names.channel(one.id)}</td>
          <td className={dense.quiet}>{one.kind === 'online' ? t('onlineShop') : t('tills')}</td>
          <td className={`${dense.quiet} ${dense.wrap}`}>
            {one.sources.map((source) => names.location(source.locationId)).join(' → ') || t('noSources')}
          </td>
        </>
      )}
      offWord={t('inactive')}
      addWord={t('addChannel')}
      mayChange={may('location.change')}
      form={(channel, close) => <ChannelForm channel={channel} onClose={close} />}
    />
  );
}
