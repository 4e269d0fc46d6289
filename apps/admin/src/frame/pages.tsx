import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { useShop } from '../shop/shop.ts';
import { permissionFor } from './allowed.ts';
import { Crash } from './crash.tsx';
import { NotAllowedPage } from './not-allowed-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const HomePage = lazy(() => import('../home/home-page.tsx'));
const OrdersPage = lazy(() => import('../orders/orders-page.tsx'));
const OrderPage = lazy(() => import('../orders/order-page.tsx'));
const ProductsPage = lazy(() => import('../products/products-page.tsx'));
const ProductPage = lazy(() => import('../products/product-page.tsx'));
const NewProductPage = lazy(() => import('../products/new-product-page.tsx'));
const CategoriesPage = lazy(() => import('../products/categories-page.tsx'));
const CollectionsPage = lazy(() => import('../collections/collections-page.tsx'));
const CollectionPage = lazy(() => import('../collections/collection-page.tsx'));
const CouponsPage = lazy(() => import('../coupons/coupons-page.tsx'));
const BatchPage = lazy(() => import('../coupons/batch-page.tsx'));
const PromotionCouponsPage = lazy(() => import('../coupons/promotion-coupons-page.tsx'));
const StockPage = lazy(() => import('../stock/stock-page.tsx'));
const ReceivePage = lazy(() => import('../stock/receive-page.tsx'));
const AdjustPage = lazy(() => import('../stock/adjust-page.tsx'));
const MovementsPage = lazy(() => import('../stock/movements-page.tsx'));
const MembersPage = lazy(() => import('../members/members-page.tsx'));
const MemberPage = lazy(() => import('../members/member-page.tsx'));
const PriceListsPage = lazy(() => import('../prices/price-lists-page.tsx'));
const PriceListPage = lazy(() => import('../prices/price-list-page.tsx'));
const PricingSettingsPage = lazy(() => import('../prices/pricing-settings-page.tsx'));
const PromotionsPage = lazy(() => import('../promotions/promotions-page.tsx'));
const NewPromotionPage = lazy(() => import('../promotions/new-promotion-page.tsx'));
const PromotionCalendarPage = lazy(() => import('../promotions/calendar-page.tsx'));
const SimulationsPage = lazy(() => import('../promotions/simulations-page.tsx'));
const SimulationPage = lazy(() => import('../promotions/simulation-page.tsx'));
const PromotionPage = lazy(() => import('../promotions/promotion-page.tsx'));
const ReportsPage = lazy(() => import('../reports/reports-page.tsx'));
const ImportsPage = lazy(() => import('../imports/imports-page.tsx'));
const ImportPage = lazy(() => import('../imports/import-page.tsx'));
const ExceptionsPage = lazy(() => import('../home/exceptions-page.tsx'));
const SettingsPage = lazy(() => import('../settings/settings-page.tsx'));

/** Which screen stands at which address. */
export function Pages() {
  const [path] = useLocation();
  const { may } = useShop();
  const permission = permissionFor(path);
  if (permission && !may(permission)) return <NotAllowedPage />;
  return (
    <Crash>
      <Suspense fallback={<PageSkeleton />}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/orders" component={OrdersPage} />
          <Route path="/orders/:id">{({ id }) => at(id, <OrderPage key={id} id={id} />)}</Route>
          <Route path="/products" component={ProductsPage} />
          <Route path="/products/new" component={NewProductPage} />
          <Route path="/products/categories" component={CategoriesPage} />
          <Route path="/products/collections" component={CollectionsPage} />
          <Route path="/products/collections/:id">{({ id }) => at(id, <CollectionPage key={id} id={id} />)}</Route>
          <Route path="/products/:id">{({ id }) => at(id, <ProductPage key={id} id={id} />)}</Route>
          <Route path="/stock" component={StockPage} />
          <Route path="/stock/receive" component={ReceivePage} />
          <Route path="/stock/adjust" component={AdjustPage} />
          <Route path="/stock/movements/:id">{({ id }) => at(id, <MovementsPage key={id} variantId={id} />)}</Route>
          <Route path="/coupons" component={CouponsPage} />
          <Route path="/coupons/:id">{({ id }) => at(id, <BatchPage key={id} id={id} />)}</Route>
          <Route path="/promotions/:id/coupons">{({ id }) => at(id, <PromotionCouponsPage key={id} id={id} />)}</Route>
          <Route path="/members" component={MembersPage} />
          <Route path="/members/:id">{({ id }) => at(id, <MemberPage key={id} id={id} />)}</Route>
          <Route path="/prices" component={PriceListsPage} />
          <Route path="/prices/settings" component={PricingSettingsPage} />
          <Route path="/prices/:id">{({ id }) => at(id, <PriceListPage key={id} id={id} />)}</Route>
          <Route path="/promotions" component={PromotionsPage} />
          <Route path="/promotions/new" component={NewPromotionPage} />
          <Route path="/promotions/calendar" component={PromotionCalendarPage} />
          <Route path="/promotions/simulations" component={SimulationsPage} />
          <Route path="/promotions/simulations/:id">{({ id }) => at(id, <SimulationPage key={id} id={id} />)}</Route>
          <Route path="/promotions/:id">{({ id }) => at(id, <PromotionPage key={id} id={id} />)}</Route>
          <Route path="/reports" component={ReportsPage} />
          <Route path="/imports" component={ImportsPage} />
          <Route path="/imports/:id">{({ id }) => at(id, <ImportPage key={id} id={id} />)}</Route>
          <Route path="/exceptions" component={ExceptionsPage} />
          <Route path="/settings/:part?">{({ part }) => <SettingsPage part={part ?? 'merchant'} />}</Route>
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </Crash>
  );
}

/** The page of one thing. An address that was cut short or mistyped leads nowhere, without asking the server. */
function at(id: string, page: ReactNode): ReactNode {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? page : <NotFoundPage />;
}
