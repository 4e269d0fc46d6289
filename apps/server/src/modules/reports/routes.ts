/** Reports over HTTP. */
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { type Implementation, implement } from '../../platform/http/implement.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { sellingFacts } from '../merchants/index.ts';
import { listVariantFacts } from './list-variant-facts.ts';
import { listFoundVariants, listVariants } from './list-variants.ts';
import { reportSales } from './report-sales.ts';
import { reportToday } from './report-today.ts';
import { hourOf } from './sum-facts.ts';

export function reportsRoutes({ pool, clock }: Platform): Implementation[] {
  return [
    implement('GET /api/reports/today', ({ principal, query }) =>
      readAs(pool, principal.merchantId, async (tx) => {
        const facts = await sellingFacts(tx);
        const now = new Date(clock.now()).toISOString();
        const day = {
          businessDate: businessDate(now, facts.timeZone, facts.dayCutOffHour),
          hour: hourOf(now, facts.timeZone),
          currency: facts.currency,
        };
        return reportToday(tx, day, { ...query, locationIds: principal.locationIds });
      }),
    ),
    implement('GET /api/reports/sales', ({ principal, query }) =>
      readAs(pool, principal.merchantId, async (tx) =>
        reportSales(tx, query, (await sellingFacts(tx)).currency, principal.locationIds),
      ),
    ),
    implement('GET /api/reports/variants', ({ principal, query }) =>
      readAs(pool, principal.merchantId, (tx) => listVariants(tx, query, principal.locationIds)),
    ),
    implement('GET /api/reports/variant-facts', ({ principal, query }) =>
      readAs(pool, principal.merchantId, (tx) => listVariantFacts(tx, query, principal.permissions.has('report.read'))),
    ),
    implement('GET /api/reports/variant-ids', ({ principal, query }) =>
      readAs(pool, principal.merchantId, (tx) => listFoundVariants(tx, query, principal.locationIds)),
    ),
  ];
}
