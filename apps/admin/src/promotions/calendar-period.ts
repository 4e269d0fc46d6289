// What the calendar shows at once, a month or a week, as its address says it.
import type { Filters } from '../lists/use-filters.ts';
import { daysBefore } from '../orders/order-query.ts';
import { monthAfter, weekOf, weeksOf } from './calendar.ts';

type Address = Filters<'month' | 'week' | 'show'>;

export interface Period {
  readonly kind: 'month' | 'week';
  /** YYYY-MM: the month shown, or the one that most of the week lies in. */
  readonly month: string;
  /** First and last day, both inside. */
  readonly first: string;
  readonly last: string;
  /** The address so many periods later, or earlier below zero. */
  move(periods: number): Address;
  /** The address of the same time shown another way. */
  show(kind: string, today: string): Address;
}

/** The period of an address; the one of today where the address says none, or nonsense. */
export function periodOf(address: Address, today: string): Period {
  return address.show === 'week' ? weekPeriod(address.week, today) : monthPeriod(address.month, today);
}

function monthPeriod(wanted: string | undefined, today: string): Period {
  const month = wanted && /^\d{4}-(0[1-9]|1[0-2])$/.test(wanted) ? wanted : today.slice(0, 7);
  const last =
    weeksOf(month)
      .flat()
      .findLast((day) => day.startsWith(month)) ?? month;
  return {
    kind: 'month',
    month,
    first: `${month}-01`,
    last,
    move: (months) => ({ month: monthAfter(month, months) }),
    show: (kind, now) => ({
      show: kind === 'month' ? '' : kind,
      ...(kind === 'week' ? { week: now.startsWith(month) ? '' : `${month}-01` } : {}),
    }),
  };
}

function weekPeriod(wanted: string | undefined, today: string): Period {
  const day = wanted && /^\d{4}-\d\d-\d\d$/.test(wanted) && !Number.isNaN(Date.parse(wanted)) ? wanted : today;
  const week = weekOf(day);
  const [first = day, , , middle = day] = week;
  const month = middle.slice(0, 7);
  return {
    kind: 'week',
    month,
    first,
    last: week[6] ?? day,
    move: (weeks) => ({ week: daysBefore(first, -7 * weeks) }),
    show: (kind, now) => ({
      show: kind === 'month' ? '' : kind,
      ...(kind === 'week' ? {} : { month: now.startsWith(month) ? '' : month }),
    }),
  };
}
