/** A product in a list: its picture, its name, its price. */
import { foreignLang, money, pathIn, textIn } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import type { Frame, TileView } from '../views.ts';
import { fixed } from './fixed.ts';
import { Badges, Ends, memberWords } from './offers.tsx';
import { Picture } from './picture.tsx';

interface TilesProps {
  frame: Frame;
  tiles: readonly TileView[];
  /** How many of the first are seen without scrolling. */
  early?: number;
  /** Names the list to the script that brings new prices to an open page. */
  live: string;
}

export function Tiles({ frame, tiles, early = 0, live }: TilesProps) {
  return (
    <ul class="tiles" data-live={live}>
      {tiles.map((tile, index) => (
        <li
          key={tile.id}
          dangerouslySetInnerHTML={fixed(tile, frame.shop, `${frame.locale} ${index < early}`, () => (
            <Tile frame={frame} tile={tile} isFirst={index < early} />
          ))}
        />
      ))}
    </ul>
  );
}

function Tile({ frame, tile, isFirst }: { frame: Frame; tile: TileView; isFirst: boolean }) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  const name = textIn(tile.name, locale);
  const price = money(tile.fromAmount, shop.currency, locale);
  const before = tile.compareAtAmount;
  const own = memberWords({ ...tile, beforeAmount: before }, shop.currency, locale);
  return (
    <a class="tile" href={pathIn(locale, `/p/${encodeURIComponent(tile.handle)}`)}>
      <Picture
        url={tile.imageUrl}
        alt=""
        initials={name}
        isFirst={isFirst}
        sizes="(min-width: 60rem) 22vw, (min-width: 40rem) 30vw, 46vw"
      />
      <span class="tile-words">
        {tile.brand === '' ? null : <span class="tile-brand">{tile.brand}</span>}
        <span class="tile-name" lang={foreignLang(tile.name, locale)}>
          {name}
        </span>
        <span class="tile-price figures">
          {before === null || before <= tile.fromAmount ? null : (
            <>
              <span class="only-heard">{say('price.before')} </span>
              <s>{money(before, shop.currency, locale)}</s> <span class="only-heard">{say('price.now')} </span>
            </>
          )}
          {tile.toAmount > tile.fromAmount ? say('tile.from', { price }) : price}
        </span>
        {own === undefined ? null : (
          <span class="own-price figures">
            <span class="badge">{own.label}</span>{' '}
            {own.instead === '' ? null : <span class="quiet">{own.instead}</span>}
          </span>
        )}
        {tile.lowestAmount === null ? null : (
          <span class="tile-lowest figures">
            {say('tile.lowest', { price: money(tile.lowestAmount, shop.currency, locale) })}
          </span>
        )}
        <Badges frame={frame} offers={tile.offers} />
        <Ends endsAt={tile.endsAt} timeZone={shop.timeZone} locale={locale} />
        {tile.isAvailable ? null : <span class="tile-note">{say('tile.soldOut')}</span>}
      </span>
    </a>
  );
}
