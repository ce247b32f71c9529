/**
 * Every measure worked out a second time, from its definition in words and the histories of people, link workers
 * and posts: nothing here reads the engine's totals.
 */
import { Exit } from "../../sim/record/totals";
import type { History } from "./history";
import {
  burnoutEntries,
  closed,
  closedCases,
  contactHours,
  daysIn,
  daysOf,
  distressDays,
  holdingHours,
  longestGap,
  notices,
  referred,
  seen,
  started,
  total,
  waits,
  workerDays,
} from "./sums";

const WD_PER_YEAR = 260;
const WD_PER_WEEK = 5;
const MONTHS = 12;

const days = ({ period }: History): number => period.to - period.from;
const years = (h: History): number => days(h) / WD_PER_YEAR;
const inPostDays = (h: History): number => daysOf(h.period, h.tenures);
const absentDays = (h: History): number =>
  daysOf(
    h.period,
    h.tenures.flatMap(({ absences }) => absences),
  );
const mean = (values: readonly number[]): number => total(values) / values.length;
const share = (part: number, of: number): number => part / of;
const ended = (h: History, exit: number): number =>
  share(closed(h).filter((person) => person.closed!.exit === exit).length, referred(h).length);

/** The value that a share `q` of the values do not exceed, on the straight line between the two beside it. */
function quantileOf(values: readonly number[], q: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const place = q * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (place - Math.floor(place)) * (above - below);
}

function serviceWait(h: History, service: number): number {
  const those = started(h).filter((person) => person.started!.service === service);
  return mean(those.map((person) => person.started!.time - person.queuedAt));
}

/** The burden index moves once a week towards the burden of that moment, from 1 on, and holds in between. */
function burdenMean(h: History): number {
  let index = 1;
  let since = 0;
  let integral = 0;
  for (const { time, held, notHeld, params } of h.weeks) {
    integral += index * daysIn(h.period, { since, until: time });
    const { gp, holding } = params;
    const relieved = holding.function3 && holding.policy !== "none";
    const raw = notHeld + held * (relieved ? 1 - gp.heldRelief : 1);
    const keep = gp.tauB > 0 ? Math.exp(-WD_PER_WEEK / gp.tauB) : 0;
    index = keep * index + (1 - keep) * (raw / gp.base);
    since = time;
  }
  return (integral + index * daysIn(h.period, { since, until: h.period.to })) / days(h);
}

type Rate = (params: History["params"]) => number;

/** A cost that every filled post-year has, at the rates of the stage in force. */
function perFilledYear(h: History, rate: Rate): number {
  const costs = h.stagesInForce.map(({ params, since, until }) => {
    const within = h.tenures.map((of) => ({
      since: Math.max(of.since, since),
      until: Math.min(of.until, until),
    }));
    return (daysOf(h.period, within) / WD_PER_YEAR) * rate(params);
  });
  return total(costs) / years(h);
}

const staff = (h: History): number =>
  perFilledYear(h, ({ cost }) => cost.linkWorkerPerWte * (1 + cost.overheadShare));
const supervision = (h: History): number =>
  perFilledYear(
    h,
    ({ cost, support }) => MONTHS * support.supervisionHoursPerMonth * cost.supervisionPerHour,
  );
const training = (h: History): number =>
  perFilledYear(h, ({ cost, support }) => (support.training ? cost.trainingPerWte : 0));
const recruitment = (h: History): number =>
  (notices(h).length * h.params.cost.recruitmentPerLeaver) / years(h);

export const RECOMPUTED: Readonly<Record<string, (h: History) => number>> = {
  burnoutPrevalence: (h) => mean(workerDays(h).map(({ burntOut }) => (burntOut ? 1 : 0))),
  turnoverRate: (h) => notices(h).length / (inPostDays(h) / WD_PER_YEAR),
  leavers: (h) => notices(h).length,
  exhaustionMean: (h) => mean(workerDays(h).map(({ exhaustion }) => exhaustion)),
  burnoutIncidence: (h) => burnoutEntries(h).length / (inPostDays(h) / WD_PER_YEAR),
  vacancyRate: (h) => 1 - inPostDays(h) / daysOf(h.period, h.posts),
  absenceRate: (h) => share(absentDays(h), inPostDays(h)),
  caseloadMean: (h) =>
    daysOf(
      h.period,
      h.referrals.flatMap(({ cases }) => cases),
    ) / inPostDays(h),
  utilisationMean: (h) => mean(workerDays(h).map(({ pressure }) => pressure)),
  busyShare: (h) => share(daysOf(h.period, h.contacts), inPostDays(h) - absentDays(h)),

  referrals: (h) => referred(h).length / years(h),
  divertedPerYear: (h) => h.diverted.filter(({ recorded }) => recorded).length / years(h),
  waitMeanDays: (h) => mean(waits(h)),
  waitP90Days: (h) => quantileOf(waits(h), 0.9),
  waitProbability: (h) => share(waits(h).filter((wait) => wait > 0).length, seen(h).length),
  waitingListMean: (h) =>
    daysOf(
      h.period,
      h.referrals.flatMap(({ listed }) => listed),
    ) / days(h),

  connectedShare: (h) => share(started(h).length, referred(h).length),
  completedShare: (h) => ended(h, Exit.Connected),
  disengagedShare: (h) => ended(h, Exit.Disengaged),
  droppedOutShare: (h) => ended(h, Exit.DroppedOut),
  returnedToGpShare: (h) => ended(h, Exit.ReturnedToGp),
  lostAtHandoverShare: (h) => ended(h, Exit.LostAtHandover),
  renegedShare: (h) => ended(h, Exit.Reneged),
  workerChangesShare: (h) => mean(closedCases(h).map(({ cases }) => (cases.length > 1 ? 1 : 0))),

  serviceWaitMeanDays1: (h) => serviceWait(h, 0),
  serviceWaitMeanDays2: (h) => serviceWait(h, 1),
  serviceWaitMeanDays3: (h) => serviceWait(h, 2),
  distressDays: (h) => distressDays(h, "system") / referred(h).length,
  distressDaysWithPool: (h) => (distressDays(h, "system") + distressDays(h, "pool")) / referred(h).length,
  distressAtClose: (h) => mean(closedCases(h).map(({ distress }) => distress.at(-1)!.value)),
  longestGapDays: (h) => mean(closedCases(h).map(longestGap)),

  contactHoursHoldingShare: (h) => share(holdingHours(h), contactHours(h)),
  contactHoursHolding1: (h) => contactHours(h, 4) / years(h),
  contactHoursHolding2: (h) => contactHours(h, 5) / years(h),
  contactHoursHolding3: (h) => contactHours(h, 6) / years(h),
  contactHoursHolding4: (h) => contactHours(h, 7) / years(h),
  contactHours: (h) => contactHours(h) / years(h),

  gpBurden: burdenMean,
  costPerYear: (h) => staff(h) + supervision(h) + training(h) + recruitment(h),
  costStaffPerYear: staff,
  costSupervisionPerYear: supervision,
  costTrainingPerYear: training,
  costRecruitmentPerYear: recruitment,

  patientsReferred: (h) => referred(h).length,
  patientsClosed: (h) => closed(h).length,
  patientsInSystemStart: (h) => h.inSystemAtStart,
  patientsInSystemEnd: (h) => h.referrals.filter((person) => person.closed === null).length,
};
