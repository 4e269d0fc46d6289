/** The lines of a basket or an order, with what a person needs to recognise them. */
import { foreignLang, money, pieces, textIn } from '../format.ts';
import type { BasketView, Frame } from '../views.ts';
import { Contents } from './contents.tsx';
import { Picture } from './picture.tsx';

export function ShortLines({ frame, basket }: { frame: Frame; basket: BasketView }) {
  const { locale } = frame;
  return (
    <ul class="short-lines">
      {basket.lines.map((line) => (
        <li key={line.lineNo}>
          <span class="short-picture">
            <Picture url={line.imageUrl} alt="" initials={textIn(line.name, locale)} sizes="64px" />
            <span class="short-count figures">{pieces(line.quantity)}</span>
          </span>
          <span>
            <span lang={foreignLang(line.name, locale)}>{textIn(line.name, locale)}</span>
            <small class="quiet">{line.optionNames.map((name) => textIn(name, locale)).join(' · ')}</small>
            <Contents components={line.components} locale={locale} />
          </span>
          <span class="figures">
            {line.discountAmount === 0 ? null : (
              <s class="line-before">{money(line.listAmount, basket.currency, locale)}</s>
            )}
            {money(line.lineAmount, basket.currency, locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}
