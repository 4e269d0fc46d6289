import { useTexts } from '@tandem/ui/react/index.ts';
import { settingsTexts } from '../messages/settings.ts';
import dense from '../parts/dense.module.css';
import { type Location, useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import { LocationForm } from './location-form.tsx';
import { PartList } from './part-list.tsx';

/** Everywhere stock can be. */
export function LocationsPart() {
  const t = useTexts(settingsTexts);
  const names = useNames();
  const { locations, may } = useShop();
  const does = (one: Location) =>
    [one.maySell && t('sells'), one.mayPickUp && t('picksUp'), one.mayShip && t('ships')]
      .filter(Boolean)
      .join(t('between'));
  return (
    <PartList
      title={t('locations')}
      hint={t('locationsHint')}
      heads={[t('name'), t('code'), t('kind'), t('does')]}
      roomyHeads={[t('code'), t('kind'), t('does')]}
      items={locations}
      cells={(one) => (
        <>
          <td className={dense.wrap}>
            <div className={dense.strong}>{names.location(one.id)}</div>
            <div className={`${dense.small} ${dense.onPhone}`}>
              {one.code} · {t('kindName', one.kind)}
            </div>
            <div className={`${dense.small} ${dense.onPhone}`}>{does(one)}</div>
          </td>
          <td className={`${dense.quiet} ${dense.roomy}`}>{one.code}</td>
          <td className={dense.roomy}>{t('kindName', one.kind)}</td>
          <td className={`${dense.quiet} ${dense.roomy}`}>{does(one)}</td>
        </>
      )}
      offWord={t('inactive')}
      addWord={t('addLocation')}
      mayChange={may('location.change')}
      form={(location, close) => <LocationForm location={location} onClose={close} />}
    />
  );
}
