import { Button, Group, TextInput } from '@mantine/core';
import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { priceProtectionTexts } from '../messages/price-protection.ts';
import { amountText, parseAmount } from '../parts/amount-text.ts';
import { belowField } from '../parts/below-field.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';

interface FloorFormProps {
  readonly productId: string;
  readonly variantId: string;
  readonly sku: string;
}

/** The lowest price that discounts may reach for this variant; nothing where it has no price yet. */
export function FloorForm({ productId, variantId, sku }: FloorFormProps) {
  const t = useTexts(priceProtectionTexts);
  const { currency } = useFormat();
  const { may } = useShop();
  const [typed, setTyped] = useState<string>();
  const params = { id: productId };
  const prices = useQuery({
    queryKey: ['product', productId, 'prices'],
    queryFn: ({ signal }) => call('GET /api/products/:id/prices', { params, signal }),
  });
  const save = useCommand('PUT /api/variants/:id/price', {
    refresh: [['product', productId, 'prices']],
    done: t('floorOf', sku),
    onDone: () => setTyped(undefined),
  });
  const price = prices.data?.items.find((one) => one.variantId === variantId);
  if (!price || !may('price.change')) return null;
  const { amount, floorAmount } = price;
  const shown = typed ?? (floorAmount === null ? '' : amountText(floorAmount, currency));
  const wanted = shown.trim() === '' ? null : parseAmount(shown, currency);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (wanted !== undefined) save.mutate({ params: { id: variantId }, body: { amount, floorAmount: wanted } });
      }}
    >
      <Group mt="xl" align="flex-start" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('floor')}
          description={t('floorHint')}
          inputWrapperOrder={belowField}
          inputMode="decimal"
          maxLength={20}
          value={shown}
          error={wanted === undefined ? t('badFloor') : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          mt={25}
          type="submit"
          variant="default"
          loading={save.isPending}
          disabled={wanted === undefined || wanted === floorAmount}
        >
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
