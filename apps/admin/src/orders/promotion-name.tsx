import type { Localised } from '@tandem/ui/locale.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { orderTexts } from '../messages/orders.ts';
import dense from '../parts/dense.module.css';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';

interface PromotionNameProps {
  /** null: taken off by hand. */
  readonly promotionId: string | null;
  readonly name: Localised | null;
}

/** What a discount came from: a link to the promotion for people who may see it. */
export function PromotionName({ promotionId, name }: PromotionNameProps) {
  const t = useTexts(orderTexts);
  const { text } = useFormat();
  const { may } = useShop();
  if (promotionId === null) return t('byHand');
  const words = (name && text(name)) || t('promotion');
  return may('promotion.read') ? (
    <Link href={`/promotions/${promotionId}`} className={dense.link}>
      {words}
    </Link>
  ) : (
    words
  );
}
