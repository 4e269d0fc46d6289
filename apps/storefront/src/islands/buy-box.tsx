/** Choose, see what is there, put it in the basket. The server draws it as a plain form; the browser brings it to life. */
import { useEffect, useState } from 'preact/hooks';
import { wholePieces } from '../format.ts';
import { fill } from '../messages/fill.ts';
import { CheckIcon, StoreIcon, TruckIcon } from '../parts/icons.tsx';
import { addToBasket } from './add-to-basket.ts';
import { type BuyProps, type BuyVariant, chosen, firstChoice, mostPieces, withStock } from './buy-box-props.ts';
import { type BuyBoxWords, buyBoxWords } from './buy-box-words.ts';
import { Price } from './price.tsx';
import { showPicture } from './show-picture.ts';
import { watchStock } from './watch-stock.ts';

export function BuyBox(props: BuyProps) {
  const words = buyBoxWords(props.locale);
  const [variants, setVariants] = useState(props.variants);
  const [values, setValues] = useState(firstChoice(props.variants)?.values ?? []);
  const [quantity, setQuantity] = useState(1);
  const [state, setState] = useState<{ busy?: boolean; added?: boolean; problem?: string }>({});
  // Until the browser has taken over, the form is a form and asks the server which variant was meant.
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    setLive(true);
    return watchStock(props.productId, (items) =>
      setVariants((before) => withStock({ variants: before, stores: props.stores }, items)),
    );
  }, [props.productId]);
  // Fresh props bring fresh stock as well.
  useEffect(() => setVariants(props.variants), [props.variants]);

  const variant = chosen(variants, values);
  const most = variant === undefined ? 0 : mostPieces(variant);
  const choose = (index: number, code: string) => {
    const next = values.map((value, at) => (at === index ? code : value));
    setValues(next);
    setState({});
    const shown = chosen(variants, next);
    if (shown !== undefined) showPicture(shown.id);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (variant === undefined || state.busy) return;
    setState({ busy: true });
    const answer = await addToBasket(props.action, variant.id, quantity, words);
    setState(answer.problem === undefined ? { added: true } : { problem: answer.problem, added: answer.isAdded });
  };
  return (
    <form class="buy" method="post" action={props.action} onSubmit={submit}>
      <Price variant={variant ?? variants[0]} props={props} />
      {props.options.map((option, index) => (
        <fieldset key={option.name} class="option">
          <legend>
            {option.name} <span class="quiet">{option.values.find((value) => value.code === values[index])?.name}</span>
          </legend>
          <div class={option.values.some((value) => value.swatch) ? 'swatches' : 'sizes'}>
            {option.values.map((value) => {
              const other = chosen(
                variants,
                values.map((now, at) => (at === index ? value.code : now)),
              );
              return (
                <label
                  key={value.code}
                  class={isLive && (other === undefined || mostPieces(other) === 0) ? 'choice choice-out' : 'choice'}
                >
                  <input
                    type="radio"
                    name={`option.${index}`}
                    value={value.code}
                    checked={values[index] === value.code}
                    onChange={() => choose(index, value.code)}
                  />
                  {value.swatch === undefined ? null : (
                    <svg class="swatch" viewBox="0 0 32 32" aria-hidden="true">
                      <circle cx="16" cy="16" r="15.5" fill={value.swatch} />
                    </svg>
                  )}
                  <span class={value.swatch === undefined ? undefined : 'only-heard'}>{value.name}</span>
                </label>
              );
            })}
          </div>
        </fieldset>
      ))}
      <input type="hidden" name="product" value={props.productId} />
      <div class="buy-row">
        <label class="quantity">
          <span class="only-heard">{words['product.quantity']}</span>
          <input
            type="number"
            name="quantity"
            min={1}
            max={Math.max(1, most)}
            value={quantity}
            inputMode="numeric"
            onInput={(event) => setQuantity(Number(event.currentTarget.value) || 1)}
          />
        </label>
        <button class="button button-main" type="submit" disabled={isLive && (most === 0 || state.busy)}>
          {label(words, variant, most, state.busy ?? false)}
        </button>
      </div>
      <p class={state.problem === undefined ? 'told' : 'told told-problem'} role="status">
        {state.problem}
        {state.added ? <Added props={props} /> : null}
      </p>
      <Stock variant={variant} props={props} />
      {variant === undefined || variant.sku === '' ? null : (
        <p class="sku quiet">
          {words['product.sku']} {variant.sku}
        </p>
      )}
    </form>
  );
}

function Added({ props: { locale, basketPath } }: { props: BuyProps }) {
  const words = buyBoxWords(locale);
  return (
    <>
      <CheckIcon /> {words['product.added']} <a href={basketPath}>{words['product.toBasket']}</a>
    </>
  );
}

/** What is there of the chosen variant: to be shipped, and in each store. */
function Stock({ variant, props: { locale, stores, shipping } }: { variant: BuyVariant | undefined; props: BuyProps }) {
  const words = buyBoxWords(locale);
  const ship = wholePieces(variant?.ship ?? 0);
  return (
    <section class="stock" aria-live="polite" aria-label={words['product.live']}>
      <div class="stock-way">
        <TruckIcon />
        <div>
          <p class="stock-title">{words['ship.title']}</p>
          <p class={ship > 0 ? 'figures' : 'quiet'} data-ship={ship}>
            {ship > 0 ? fill(words['ship.left'], { count: ship }) : words['ship.none']}
          </p>
          <p class="quiet">{shipping}</p>
        </div>
      </div>
      {stores.length === 0 ? null : (
        <div class="stock-way">
          <StoreIcon />
          <div>
            <p class="stock-title">{words['pickup.title']}</p>
            <ul class="stock-stores">
              {stores.map((store, index) => {
                const there = wholePieces(variant?.pickup[index] ?? 0);
                return (
                  <li key={store.id} class={there > 0 ? undefined : 'quiet'}>
                    <span>
                      {store.name}
                      <small>{there > 0 ? store.when : null}</small>
                    </span>
                    <span class="figures" data-store={store.id} data-pickup={there}>
                      {there > 0 ? fill(words['pickup.left'], { count: there }) : words['pickup.none']}
                    </span>
                  </li>
                );
              })}
            </ul>
          </div>
        </div>
      )}
    </section>
  );
}

function label(words: BuyBoxWords, variant: BuyVariant | undefined, most: number, isBusy: boolean): string {
  if (isBusy) return words['product.adding'];
  if (variant === undefined) return words['product.notOffered'];
  return most === 0 ? words['product.soldOut'] : words['product.add'];
}
