/** The pages as the server calls them: each is a pure function from what is known to a whole HTML document. */
import type {
  AccountView,
  BasketPageView,
  CheckoutView,
  Frame,
  HomeView,
  ListView,
  OrderPageView,
  ProductView,
  SignInView,
} from './views.ts';

export interface StorefrontPages {
  home(frame: Frame, view: HomeView): string;
  list(frame: Frame, view: ListView): string;
  product(frame: Frame, view: ProductView): string;
  basket(frame: Frame, view: BasketPageView): string;
  checkout(frame: Frame, view: CheckoutView): string;
  order(frame: Frame, view: OrderPageView): string;
  account(frame: Frame, view: AccountView): string;
  signIn(frame: Frame, view: SignInView): string;
  receipt(frame: Frame, view: OrderPageView): string;
  /** `not_found` for addresses that lead nowhere, `outage` when the shop cannot answer now. */
  failure(frame: Frame, kind: 'not_found' | 'outage' | 'refused'): string;
}

/** The icon of the shop's browser tab. */
export type DrawIcon = () => string;
