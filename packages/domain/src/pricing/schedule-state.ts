/** Does a schedule hold at an instant, and when does that change next? */

import type { Schedule } from './schedule.ts';
import { instantOfWall, instantsOfWall, wallAt } from './zone-time.ts';

const day = 86_400_000;
const minute = 60_000;
const fullDay = 1440;

/** `until` is the first later instant at which the state may be another; Infinity: never. */
export type ScheduleState = {
  readonly isActive: boolean;
  readonly reason: 'not_started' | 'ended' | 'not_now' | null;
  readonly until: number;
};

type Span = readonly [from: number, until: number];
type Compiled = {
  readonly zone: string;
  readonly start: number;
  readonly end: number;
  readonly weekdays: ReadonlySet<number> | null;
  readonly spans: readonly Span[] | null;
  /** The last answer, and the instant from which it counts. */
  last: { from: number; state: ScheduleState } | null;
  /** The same schedule in another zone. */
  readonly other: Compiled | null;
};

const always: ScheduleState = { isActive: true, reason: null, until: Number.POSITIVE_INFINITY };

/** A schedule ready to be asked often, in every zone that it was asked for so far. */
export type Clock = { readonly schedule: Schedule; latest: Compiled | null };
const clocks = new WeakMap<Schedule, Clock>();

/** The same schedule has the same clock. */
export function clockOf(schedule: Schedule): Clock {
  const known = clocks.get(schedule);
  if (known) return known;
  const made = { schedule, latest: null };
  clocks.set(schedule, made);
  return made;
}

/** The state at an instant (milliseconds of UTC). `storeZone` is the zone that a schedule in zone `store` is read in. */
export function scheduleState(schedule: Schedule | null, storeZone: string, instant: number): ScheduleState {
  return stateAt(schedule && clockOf(schedule), storeZone, instant);
}

/** The same for who has the clock at hand; no clock is a schedule that always holds. */
export function stateAt(clock: Clock | null, storeZone: string, instant: number): ScheduleState {
  if (!clock) return always;
  const { schedule } = clock;
  const rule = compile(clock, schedule.zone === 'store' ? storeZone : schedule.zone);
  const { last } = rule;
  if (last && instant >= last.from && instant < last.state.until) return last.state;
  const state = findState(rule, instant);
  rule.last = { from: instant, state };
  return state;
}

function findState(rule: Compiled, instant: number): ScheduleState {
  if (instant < rule.start) return { isActive: false, reason: 'not_started', until: rule.start };
  if (instant >= rule.end) return { isActive: false, reason: 'ended', until: Number.POSITIVE_INFINITY };
  const isActive = holdsInWeek(rule, instant);
  const until = Math.min(rule.end, nextChange(rule, instant, isActive));
  return { isActive, reason: isActive ? null : 'not_now', until };
}

function holdsInWeek(rule: Compiled, instant: number): boolean {
  if (!rule.weekdays && !rule.spans) return true;
  const wall = wallAt(instant, rule.zone);
  const midnight = Math.floor(wall / day) * day;
  const time = (wall - midnight) / minute;
  const isToday = holdsOn(rule, midnight);
  if (!rule.spans) return isToday;
  const isYesterday = holdsOn(rule, midnight - day);
  return rule.spans.some(
    ([from, until]) => (isToday && time >= from && time < until) || (isYesterday && time < until - fullDay),
  );
}

function holdsOn(rule: Compiled, midnight: number): boolean {
  return !rule.weekdays || rule.weekdays.has(((new Date(midnight).getUTCDay() + 6) % 7) + 1);
}

/** The weekly pattern is known after eight days; a ninth covers spans past midnight and changes of the clocks. */
function nextChange(rule: Compiled, instant: number, isActive: boolean): number {
  if (!rule.weekdays && !rule.spans) return Number.POSITIVE_INFINITY;
  const today = Math.floor(wallAt(instant, rule.zone) / day) * day;
  const edges: number[] = [];
  for (let ahead = -1; ahead <= 9; ahead += 1) {
    const midnight = today + ahead * day;
    const times = rule.spans ? rule.spans.flat() : [0];
    for (const time of times) edges.push(...instantsOfWall(midnight + time * minute, rule.zone));
    edges.push(...instantsOfWall(midnight, rule.zone));
  }
  edges.sort((a, b) => a - b);
  for (const edge of edges) {
    if (edge > instant && holdsInWeek(rule, edge) !== isActive) return edge;
  }
  return Number.POSITIVE_INFINITY;
}

function compile(clock: Clock, zone: string): Compiled {
  const { schedule, latest } = clock;
  for (let one = latest; one; one = one.other) if (one.zone === zone) return one;
  const made: Compiled = {
    zone,
    start: schedule.start === null ? Number.NEGATIVE_INFINITY : instantOfLocal(schedule.start, zone),
    end: schedule.end === null ? Number.POSITIVE_INFINITY : instantOfLocal(schedule.end, zone),
    weekdays: schedule.weekdays && new Set(schedule.weekdays),
    spans: schedule.hours?.map(({ from, until }) => spanOf(minutesOf(from), minutesOf(until))) ?? null,
    last: null,
    other: latest,
  };
  clock.latest = made;
  return made;
}

/** A span that does not end after it starts ends on the next day; equal times are a whole day. */
function spanOf(from: number, until: number): Span {
  return until > from ? [from, until] : [from, until + fullDay];
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The instant (milliseconds of UTC) of a local date-time without a zone, `2026-11-01T00:00`, in a zone. */
export function instantOfLocal(local: string, zone: string): number {
  return instantOfWall(Date.parse(`${local}Z`), zone);
}
