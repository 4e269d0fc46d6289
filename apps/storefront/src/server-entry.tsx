/** The pages as the server imports them, built by Vite because Node does not run TSX. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { AccountPage } from './pages/account.tsx';
import { BasketPage } from './pages/basket.tsx';
import { CheckoutPage } from './pages/checkout.tsx';
import { FailurePage } from './pages/failure.tsx';
import { HomePage } from './pages/home.tsx';
import { ListPage } from './pages/list.tsx';
import { OrderPage } from './pages/order.tsx';
import { ProductPage } from './pages/product.tsx';
import { ReceiptPage } from './pages/receipt.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import type { StorefrontPages } from './pages.ts';

const draw = (page: VNode): string => `<!doctype html>${renderToString(page)}`;

export const pages: StorefrontPages = {
  home: (frame, view) => draw(<HomePage frame={frame} view={view} />),
  list: (frame, view) => draw(<ListPage frame={frame} view={view} />),
  product: (frame, view) => draw(<ProductPage frame={frame} view={view} />),
  basket: (frame, view) => draw(<BasketPage frame={frame} view={view} />),
  checkout: (frame, view) => draw(<CheckoutPage frame={frame} view={view} />),
  order: (frame, view) => draw(<OrderPage frame={frame} view={view} />),
  receipt: (frame, view) => draw(<ReceiptPage frame={frame} view={view} />),
  account: (frame, view) => draw(<AccountPage frame={frame} view={view} />),
  signIn: (frame, view) => draw(<SignInPage frame={frame} view={view} />),
  failure: (frame, kind) => draw(<FailurePage frame={frame} kind={kind} />),
};
