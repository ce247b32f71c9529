/** Measures of how patients fare: waits for services, distress, time without contact. */
import { MEAN_OF_CLOSED, type Measure } from "./define";

const serviceWaits: Omit<Measure, "group">[] = [0, 1, 2].map((s) => ({
  id: `serviceWaitMeanDays${s + 1}`,
  label: `Wait for community service ${s + 1}`,
  unit: "working days",
  definition: `Mean time from joining the queue of community service ${s + 1} to starting it, of those who started in the period.`,
  taken: "one wait for each start of the period, taken when it starts; mean",
  good: "lower",
  take: ({ totals }) => totals.serviceWaitDays[s] / totals.serviceStarts[s],
}));

const rows: Omit<Measure, "group">[] = [
  ...serviceWaits,
  {
    id: "distressDays",
    label: "Distress-days",
    unit: "distress × working days per referral",
    definition:
      "Integral of distress (0–1) over patients' time in the system, from referral to close, while need is unmet, per referral of the period. Nobody counts after the close, so a policy that sends patients away early looks better than it is: read it beside the distress-days with those back with the GP.",
    taken: "integrated over the period for everybody in the system; divided by referrals",
    isPerReferral: true,
    good: "lower",
    take: ({ totals: t }) => t.distressDays / t.referrals,
  },
  {
    id: "distressDaysWithPool",
    label: "Distress-days, with those back with the GP",
    unit: "distress × working days per referral",
    definition:
      "As distress-days, and people in the GP pool with unmet need count too: from a close without success until they are referred again or are followed no longer. Their distress drifts up on from what it was at the close. Who declined, was signposted or was held to the end is not in the pool.",
    taken: "integrated over the period for everybody in the system or the pool; divided by referrals",
    isPerReferral: true,
    good: "lower",
    take: ({ totals: t }) => (t.distressDays + t.distressDaysInPool) / t.referrals,
  },
  {
    id: "distressAtClose",
    label: "Distress at close",
    unit: "0–1",
    definition: "Mean distress of cases closed after a first appointment, when they closed.",
    taken: MEAN_OF_CLOSED,
    good: "lower",
    take: ({ totals: t }) => t.distressAtClose / t.closedCases,
  },
  {
    id: "longestGapDays",
    label: "Longest time without contact",
    unit: "working days",
    definition:
      "Mean over cases closed after a first appointment of the longest time without a contact: from the referral to the end of the first contact, from the end of one contact to the end of the next, or from the last one to the close.",
    taken: MEAN_OF_CLOSED,
    good: "lower",
    take: ({ totals: t }) => t.longestGapDays / t.closedCases,
  },
];

export const WELLBEING: readonly Measure[] = rows.map((row) => ({ ...row, group: "patients" }));
