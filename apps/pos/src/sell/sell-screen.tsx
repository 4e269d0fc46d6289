import { Drawer, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useCallback, useDeferredValue, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Need, neededApproval } from '../core/allowed.ts';
import { addCode, addToBasket, type Basket } from '../core/basket.ts';
import type { Product, ScannedGoods } from '../core/catalogue.ts';
import type { StoredSale } from '../core/sale.ts';
import type { TillVariant } from '../core/till-facts.ts';
import { tryCode } from '../core/try-code.ts';
import { priceTexts } from '../messages/price-texts.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import { PayPanel } from '../pay/pay-panel.tsx';
import type { ChangeBasket } from '../use-basket.ts';
import { usePriced } from '../use-priced.ts';
import { useTill, useTillState } from '../use-till.tsx';
import { ApprovalStep } from './approval-step.tsx';
import { Notice } from './basket-extras.tsx';
import { BasketPanel } from './basket-panel.tsx';
import { Dock } from './dock.tsx';
import { ProductShelves } from './product-shelves.tsx';
import { soundScan } from './scan-sound.ts';
import classes from './sell.module.css';
import { TopBar } from './top-bar.tsx';
import { UnknownCode } from './unknown-code.tsx';
import { useScan } from './use-scan.ts';
import { useTypeToSearch } from './use-type-to-search.ts';
import { VariantChooser } from './variant-chooser.tsx';

interface SellScreenProps {
  readonly basket: Basket;
  readonly changeBasket: ChangeBasket;
  /** A code that was scanned before this screen stood: the first line of the sale. */
  readonly firstCode: string | undefined;
  readonly onShowSales: () => void;
  readonly onDone: (sale: StoredSale) => void;
}

/** Products left, basket right; upright the basket is a sheet. Scan, tap or type without choosing how. */
export function SellScreen({ basket, changeBasket, firstCode, onShowSales, onDone }: SellScreenProps) {
  const t = useTexts(sellTexts);
  const p = useTexts(priceTexts);
  const { catalogue, prices } = useTill();
  const { facts, person } = useTillState();
  const isWide = useMediaQuery('(orientation: landscape) and (min-width: 760px)', true, {
    getInitialValueInEffect: false,
  });
  const searchField = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  // The list follows the typing a frame later, so that the keys never wait for it.
  const shownQuery = useDeferredValue(query);
  const [chosen, setChosen] = useState<Product>();
  const [unknown, setUnknown] = useState<string>();
  const [isPaying, setIsPaying] = useState(false);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const [need, setNeed] = useState<Need>();
  const { priced, priceFor, notice } = usePriced(basket);

  const add = useCallback(
    (variant: TillVariant) => changeBasket((before) => addToBasket(before, variant)),
    [changeBasket],
  );
  const pick = useCallback(
    (product: Product) => {
      const [only, other] = product.variants;
      if (only && !other) add(only);
      else setChosen(product);
    },
    [add],
  );

  const leaveSearch = useCallback(() => setQuery(''), []);
  const takeGoods = (goods: ScannedGoods) => changeBasket((before) => addScanned(before, goods));
  const takeCode = async (code: string) => {
    const goods = catalogue.findCode(code);
    setQuery('');
    setIsPaying(false);
    setUnknown(undefined);
    if (goods) {
      soundScan(true);
      takeGoods(goods);
      return;
    }
    // No product: it may be a coupon or a promotion's code.
    const tried = await tryCode(code, prices.facts()?.rules);
    soundScan(tried.kind === 'code');
    if (tried.kind === 'code') changeBasket((before) => addCode(before, tried.entered));
    else setUnknown(code);
  };
  useScan((code) => void takeCode(code));
  const takeFirst = useEffectEvent(() => void (firstCode && takeCode(firstCode)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each code.
  useEffect(() => void takeFirst(), [firstCode]);

  const startPaying = () => {
    const pricing = prices.facts();
    if (basket.lines.length === 0 || !pricing || !facts || !person) return;
    setIsSheetOpen(false);
    // What was given by somebody else, or grew since, is looked at once more.
    const asked = { role: person.role, limits: facts.merchant.discountLimits, nowMs: prices.now() };
    const missing = neededApproval(basket, priced, pricing, asked);
    setNeed(missing);
    setIsPaying(missing === undefined);
  };
  useKeys([
    ['F2', () => searchField.current?.focus()],
    ['F9', startPaying],
    ['Escape', () => setIsPaying(false)],
  ]);
  useTypeToSearch(searchField, !isPaying);

  const panel = (
    <BasketPanel
      basket={basket}
      priced={priced}
      notice={notice}
      change={changeBasket}
      isLocked={isPaying}
      onPay={startPaying}
    />
  );
  return (
    <div className={classes.screen} data-wide={isWide || undefined} data-paying={isPaying || undefined}>
      <TopBar
        query={query}
        onQuery={setQuery}
        onEnter={takeTyped}
        searchField={searchField}
        onShowSales={onShowSales}
      />
      <main className={classes.goods}>
        {notice && !isWide && !isSheetOpen ? <Notice notice={notice} /> : null}
        {isPaying && basket.lines.length > 0 ? (
          <PayPanel basket={basket} priceFor={priceFor} onBack={() => setIsPaying(false)} onDone={onDone} />
        ) : (
          <ProductShelves query={shownQuery} onPick={pick} onLeaveSearch={leaveSearch} />
        )}
      </main>
      {isWide ? (
        <aside className={classes.side} aria-label={t('basket')}>
          {panel}
        </aside>
      ) : null}
      {!isWide && !isPaying ? (
        <Dock
          basket={basket}
          total={priced.totals.totalAmount}
          onShow={() => setIsSheetOpen(true)}
          onPay={startPaying}
        />
      ) : null}
      <Drawer
        opened={isSheetOpen && !isWide}
        onClose={() => setIsSheetOpen(false)}
        position="bottom"
        size="88%"
        title={t('basket')}
        closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
        classNames={{ content: classes.sheet ?? '', body: classes.sheetBody ?? '' }}
      >
        {panel}
      </Drawer>
      <VariantChooser
        product={chosen && (catalogue.product(chosen.id) ?? chosen)}
        onChoose={add}
        onClose={() => setChosen(undefined)}
      />
      <Modal
        opened={need !== undefined}
        onClose={() => setNeed(undefined)}
        title={p('allowBy')}
        closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
      >
        {need ? (
          <ApprovalStep
            need={need}
            reason={basket.manual?.reason ?? ''}
            onAllowed={(approval) => {
              changeBasket((before) => ({ ...before, approvals: [...before.approvals, approval] }));
              setNeed(undefined);
              setIsPaying(true);
            }}
            onBack={() => setNeed(undefined)}
          />
        ) : null}
      </Modal>
      <UnknownCode code={unknown} onChoose={add} onClose={() => setUnknown(undefined)} />
    </div>
  );

  /** Enter in the search: a typed code, or the only hit. */
  function takeTyped(): void {
    const goods = catalogue.findCode(query);
    const [only, other] = goods ? [] : catalogue.search(query, 2);
    if (goods) takeGoods(goods);
    else if (only && !other) pick(only);
    if (goods || (only && !other)) setQuery('');
  }
}

/** A price on the label is binding, a weight on it is priced here. */
function addScanned(basket: Basket, { variant, quantity, printedAmount }: ScannedGoods): Basket {
  return addToBasket(basket, variant, {
    ...(quantity === undefined ? {} : { quantity }),
    ...(printedAmount === undefined ? {} : { override: { unitAmount: printedAmount, kind: 'printed', reason: '' } }),
  });
}

function useKeys(acts: readonly (readonly [key: string, act: () => void])[]): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const act = acts.find(([key]) => key === event.key)?.[1];
    // A dialog has its own Escape, and nothing behind it moves.
    const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
    if (!act || event.defaultPrevented || isInDialog) return;
    if (event.key !== 'Escape') event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
