/** What lasted and what happened in the recorded period, added up over histories. */
import { Contact } from "../../sim/record/totals";
import type { ContactSpell, Interval, Moment, Period, Referral, Tenure } from "./histories";
import type { History } from "./history";

export const total = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};

/** Days of an interval that lie in the recorded period. */
export const daysIn = ({ from, to }: Period, { since, until }: Interval): number =>
  Math.max(0, Math.min(until, to) - Math.max(since, from));

export const daysOf = (period: Period, intervals: Iterable<Interval>): number =>
  total(Array.from(intervals, (interval) => daysIn(period, interval)));

const recorded = (moment: Moment | null): boolean => moment?.recorded ?? false;

export const referred = ({ referrals }: History): Referral[] => referrals.filter(({ at }) => recorded(at));
export const closed = ({ referrals }: History): Referral[] => referrals.filter((of) => recorded(of.closed));
/** Cases closed after a first appointment had begun. */
export const closedCases = (h: History): Referral[] => closed(h).filter((of) => of.firstSeen !== null);
export const seen = ({ referrals }: History): Referral[] => referrals.filter((of) => recorded(of.firstSeen));
export const started = ({ referrals }: History): Referral[] => referrals.filter((of) => recorded(of.started));

/** Waits from referral to first appointment of those seen. */
export const waits = (h: History): number[] => seen(h).map(({ at, firstSeen }) => firstSeen!.time - at.time);

/** Time in the system, from referral to close. */
export const inSystem = ({ referrals, period }: History): Interval[] =>
  referrals.map(({ at, closed }) => ({ since: at.time, until: closed?.time ?? period.to }));

/** The longest time without contact, from referral to close, of somebody who is closed. */
export function longestGap({ at, contactsEndedAt, closed }: Referral): number {
  const times = [at.time, ...contactsEndedAt, closed!.time];
  return Math.max(...times.slice(1).map((time, i) => time - times[i]));
}

/** Contacts that began in the period. */
export const contactsBegun = ({ contacts }: History, type?: number): ContactSpell[] =>
  contacts.filter((of) => of.began.recorded && (type === undefined || of.type === type));

export const contactHours = (h: History, type?: number): number =>
  total(contactsBegun(h, type).map(({ hours }) => hours));

export const holdingHours = (h: History): number =>
  total([0, 1, 2, 3].map((f) => contactHours(h, Contact.Holding1 + f)));

export const notices = ({ tenures }: History): Tenure[] => tenures.filter((of) => recorded(of.notice));
export const hires = ({ tenures }: History): Tenure[] => tenures.filter((of) => recorded(of.hired));
export const departures = ({ tenures }: History): Tenure[] => tenures.filter((of) => recorded(of.departed));
export const burnoutEntries = ({ tenures }: History): Moment[] =>
  tenures.flatMap((of) => of.burnoutEntries).filter(recorded);
export const workerDays = ({ tenures }: History): Tenure["days"] =>
  tenures.flatMap(({ days }) => days).filter(recorded);

/** Distress × days while need was unmet: in the system, or in the GP pool afterwards. */
export function distressDays(h: History, where: "system" | "pool"): number {
  return total(h.referrals.map((person) => (where === "system" ? inCare(h, person) : backWithGp(h, person))));
}

function inCare(h: History, { distress, closed, started }: Referral): number {
  const end = started?.time ?? closed?.time ?? h.period.to;
  const untilMet = distress.filter(({ time }) => time < end);
  return total(
    untilMet.map((news, i) => drifting(h, news, { since: news.time, until: untilMet[i + 1]?.time ?? end })),
  );
}

function backWithGp(h: History, { distress, started, pool }: Referral): number {
  return pool === null || started !== null ? 0 : drifting(h, distress.at(-1)!, pool);
}

/**
 * Integral over the recorded part of an interval of distress that was `value` when it began and drifts up since:
 * by Simpson's rule in steps of a day at most, whose error a day is below 1e-11 for drifts up to 0.01 a day.
 */
function drifting(h: History, { time, value }: { time: number; value: number }, interval: Interval): number {
  const g = h.params.patients.distressDrift;
  const at = (t: number) => 1 - (1 - value) * Math.exp(-g * (t - time));
  const since = Math.max(interval.since, h.period.from);
  const steps = Math.ceil(daysIn(h.period, interval));
  const step = daysIn(h.period, interval) / steps;
  let integral = 0;
  for (let i = 0; i < steps; i++) {
    const [a, b] = [since + i * step, since + (i + 1) * step];
    integral += ((b - a) / 6) * (at(a) + 4 * at((a + b) / 2) + at(b));
  }
  return integral;
}
