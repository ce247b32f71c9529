/** Measures of patients on their way in: referrals and the wait for the first appointment. */
import { quantile } from "d3-array";
import { COUNTED, type Measure, TIME_AVERAGE, years } from "./define";

const OF_THOSE_SEEN = "one wait for each first appointment of the period, taken when it starts";

const rows: Omit<Measure, "group">[] = [
  {
    id: "referrals",
    label: "Referrals",
    unit: "patients per year",
    definition: "New referrals and returns that reached the waiting list.",
    taken: COUNTED,
    good: null,
    take: (r) => r.totals.referrals / years(r),
  },
  {
    id: "divertedPerYear",
    label: "Signposted by triage",
    unit: "patients per year",
    definition: "Low-complexity referrals signposted at once, which never joined the waiting list.",
    taken: COUNTED,
    good: null,
    take: (r) => r.totals.diverted / years(r),
  },
  {
    id: "waitMeanDays",
    label: "Wait to first appointment",
    unit: "working days",
    definition:
      "Mean time from referral to the start of the first appointment, of those seen in the period. Whoever gives up is not among them.",
    taken: `${OF_THOSE_SEEN}; mean`,
    good: "lower",
    take: ({ totals: t }) => t.waitDays / t.seen,
  },
  {
    id: "waitP90Days",
    label: "Wait of the slowest tenth",
    unit: "working days",
    definition:
      "The wait to the first appointment that 9 of 10 of those seen in the period did not exceed, interpolated between the two waits beside it.",
    taken: `${OF_THOSE_SEEN}; 90th percentile`,
    good: "lower",
    take: ({ waits }) => quantile(waits, 0.9) ?? Number.NaN,
  },
  {
    id: "waitProbability",
    label: "Had to wait",
    unit: "share",
    definition:
      "Of those seen in the period, the share with a wait greater than zero. With notice for a first appointment this is everybody.",
    taken: `${OF_THOSE_SEEN}; share`,
    good: "lower",
    take: ({ totals: t }) => t.waited / t.seen,
  },
  {
    id: "waitingListMean",
    label: "Waiting list",
    unit: "patients",
    definition:
      "Time average of patients referred and not yet assigned to a link worker, those orphaned by a departure included.",
    taken: TIME_AVERAGE,
    good: "lower",
    take: ({ totals: t }) => t.waitingListDays / t.days,
  },
];

export const WAITING: readonly Measure[] = rows.map((row) => ({ ...row, group: "patients" }));
