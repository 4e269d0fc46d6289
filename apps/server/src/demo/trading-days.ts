/** The days of the demo's history: how busy each is, and when in the day people come. */
import { type Chance, newWeightedPick } from './chance.ts';

export const historyDays = 90;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
// Hong Kong has no summer time: its midnight is 16:00 UTC of the day before, all year.
const zoneMs = 8 * hourMs;

export interface TradingDay {
  /** 0 is the first, `historyDays` − 1 is today. */
  index: number;
  /** Midnight in Hong Kong. */
  midnight: number;
  isToday: boolean;
  isMonday: boolean;
  /** How busy it is beside a usual day: weekends are, and the shop has grown. */
  busyness: number;
}

// Monday to Sunday.
const weekdays = [0.82, 0.84, 0.88, 0.95, 1.15, 1.34, 1.22];

/** Ninety days up to the given instant, oldest first. */
export function tradingDays(now: number): TradingDay[] {
  const today = Math.floor((now + zoneMs) / dayMs);
  return Array.from({ length: historyDays }, (_, index) => {
    const day = today - historyDays + 1 + index;
    // 1 January 1970 was a Thursday.
    const weekday = (day + 3) % 7;
    return {
      index,
      midnight: day * dayMs - zoneMs,
      isToday: index === historyDays - 1,
      isMonday: weekday === 0,
      busyness: (weekdays[weekday] ?? 1) * (0.86 + (0.28 * index) / historyDays),
    };
  });
}

// The share of shoppers by hour of the day: lunch, and after work.
const storeHours: readonly (readonly [hour: number, weight: number])[] = [
  [11, 3],
  [12, 7],
  [13, 9],
  [14, 7],
  [15, 7],
  [16, 8],
  [17, 10],
  [18, 13],
  [19, 14],
  [20, 9],
];
const onlineHours: readonly (readonly [hour: number, weight: number])[] = [
  [0, 3],
  [1, 1],
  [7, 2],
  [8, 4],
  [9, 5],
  [10, 6],
  [11, 6],
  [12, 8],
  [13, 7],
  [14, 5],
  [15, 5],
  [16, 5],
  [17, 5],
  [18, 6],
  [19, 7],
  [20, 9],
  [21, 11],
  [22, 11],
  [23, 7],
];

const hourOf = {
  store: newWeightedPick(storeHours, ([, weight]) => weight),
  online: newWeightedPick(onlineHours, ([, weight]) => weight),
};

/** An instant of the day at which a shopper of that kind comes. */
export function momentOf(chance: Chance, day: TradingDay, kind: 'store' | 'online'): number {
  const [hour] = hourOf[kind](chance);
  return day.midnight + hour * hourMs + chance.whole(0, hourMs - 1);
}

/** An instant of the day at a given time of the clock. */
export function clockOf(day: TradingDay, hour: number, minute = 0): number {
  return day.midnight + hour * hourMs + minute * 60_000;
}
