// A channel as its form shows it, and back.
import type { Body } from '@tandem/contract/index.ts';
import { formatDecimal, parseDecimal } from '@tandem/domain/money/parse.ts';
import type { Locale } from '@tandem/ui/locale.ts';
import { amountText, parseAmount, parseQuantity, quantityText } from '../parts/amount-text.ts';
import { givenTexts } from '../products/product-values.ts';
import type { Channel } from '../shop/shop.ts';

export type SafetyKind = Channel['sources'][number]['safety']['kind'];
export interface SourceValues {
  locationId: string;
  kind: SafetyKind;
  /** Pieces, or percent. */
  amount: string;
}
export interface ChannelValues {
  code: string;
  name: Record<Locale, string>;
  hostname: string;
  shipping: string;
  freeFrom: string;
  sources: SourceValues[];
  isActive: boolean;
}

/** The values of a channel, or of a new online shop. Safety is shown in pieces or percent. */
export function channelValues(channel: Channel | null, currency: string): ChannelValues {
  return {
    code: channel?.code ?? '',
    name: { en: channel?.name.en ?? '', 'zh-Hant': channel?.name['zh-Hant'] ?? '' },
    hostname: channel?.hostname ?? '',
    shipping: amountText(channel?.shippingAmount ?? 0, currency),
    freeFrom: channel?.freeShippingFromAmount == null ? '' : amountText(channel.freeShippingFromAmount, currency),
    sources: (channel?.sources ?? []).map(({ locationId, safety }) => ({
      locationId,
      kind: safety.kind,
      amount: safetyText(safety),
    })),
    isActive: channel?.isActive ?? true,
  };
}

/** The channel as the server takes it; undefined where a figure cannot be read. */
export function channelBody(values: ChannelValues, currency: string): Body<'POST /api/channels'> | undefined {
  const shippingAmount = parseAmount(values.shipping.trim() || '0', currency);
  const freeShippingFromAmount = values.freeFrom.trim() === '' ? null : parseAmount(values.freeFrom, currency);
  const sources = values.sources.map((source) => ({
    locationId: source.locationId,
    safety: { kind: source.kind, amount: safetyAmount(source) ?? -1 },
  }));
  if (
    shippingAmount === undefined ||
    freeShippingFromAmount === undefined ||
    sources.some((one) => one.safety.amount < 0)
  )
    return undefined;
  return {
    code: values.code.trim(),
    name: givenTexts(values.name),
    hostname: values.hostname.trim().toLowerCase() || null,
    shippingAmount,
    freeShippingFromAmount,
    sources,
    isActive: values.isActive,
  };
}

/** Thousandths for pieces, parts per million for percent, 0 for nothing; undefined for what is neither. */
export function safetyAmount({ kind, amount }: Pick<SourceValues, 'kind' | 'amount'>): number | undefined {
  if (kind === 'none') return 0;
  const figure = kind === 'fixed' ? parseQuantity(amount) : parseDecimal(amount, 4);
  return figure === undefined || figure < 0 || (kind === 'percent' && figure > 1_000_000) ? undefined : figure;
}

function safetyText({ kind, amount }: { kind: SafetyKind; amount: number }): string {
  if (kind === 'none') return '';
  return kind === 'fixed' ? quantityText(amount) : formatDecimal(amount, 4).replace(/\.?0+$/, '');
}
