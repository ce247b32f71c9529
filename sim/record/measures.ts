/**
 * The table of measures: one number each for a replication, over the recorded period.
 * Ids are relied on by scripts; definitions, units and good directions are shown wherever a measure is shown.
 */
import { quantile } from "d3-array";
import { Contact, Exit, type Totals } from "./totals";

/** What a replication hands to the measures. */
export interface Recorded {
  readonly totals: Totals;
  /** Every wait from referral to first appointment, in working days, of those seen in the period. */
  readonly waits: Float64Array;
  readonly inSystemStart: number;
  readonly inSystemEnd: number;
  /** Link workers in post when recording began and ended. */
  readonly inPostStart: number;
  readonly inPostEnd: number;
}

export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
  /** The direction that is better for people, or null where neither is. */
  readonly good: "lower" | "higher" | null;
  /** Whom it concerns, for grouping in tables. */
  readonly group: "staff" | "patients" | "holding" | "practice" | "cost" | "check";
  readonly take: (recorded: Recorded) => number;
}

const WD_PER_YEAR = 260;
const years = ({ totals }: Recorded): number => totals.days / WD_PER_YEAR;
const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
const holdingHours = (t: Totals): number =>
  t.contactHours[Contact.Holding1] +
  t.contactHours[Contact.Holding2] +
  t.contactHours[Contact.Holding3] +
  t.contactHours[Contact.Holding4];
const exitShare =
  (exit: Exit) =>
  ({ totals }: Recorded): number =>
    totals.exits[exit] / totals.referrals;

const HOLDING_FUNCTIONS = [
  "supporting patients who wait for services",
  "sustaining patients as they prepare for change",
  "relieving GPs and other primary care staff",
  "bearing witness to distress",
] as const;

const holdingMeasures: Measure[] = HOLDING_FUNCTIONS.map((what, f) => ({
  id: `contactHoursHolding${f + 1}`,
  label: `Holding ${f + 1}: ${what}`,
  unit: "hours per year",
  definition: `Contact hours a year of the whole team spent on holding, function ${f + 1} (${what}).`,
  good: null,
  group: "holding",
  take: (r) => r.totals.contactHours[Contact.Holding1 + f] / years(r),
}));

const serviceWaitMeasures: Measure[] = [0, 1, 2].map((s) => ({
  id: `serviceWaitMeanDays${s + 1}`,
  label: `Wait for community service ${s + 1}`,
  unit: "working days",
  definition: `Mean time from joining the queue of community service ${s + 1} to starting it, of those who started.`,
  good: "lower",
  group: "patients",
  take: ({ totals }) => totals.serviceWaitDays[s] / totals.serviceStarts[s],
}));

export const MEASURES: readonly Measure[] = [
  {
    id: "burnoutPrevalence",
    label: "Burnt out",
    unit: "share",
    definition: "Share of link-worker days in post spent in the burnt-out state.",
    good: "lower",
    group: "staff",
    take: ({ totals: t }) => t.burntOutDays / t.workerDays,
  },
  {
    id: "turnoverRate",
    label: "Turnover",
    unit: "leavers per filled WTE-year",
    definition: "Notices given in the period, per year of a filled full-time post.",
    good: "lower",
    group: "staff",
    take: ({ totals: t }) => t.notices / (t.filledPostDays / WD_PER_YEAR),
  },
  {
    id: "leavers",
    label: "Leavers",
    unit: "people",
    definition: "Link workers who gave notice in the period.",
    good: "lower",
    group: "staff",
    take: ({ totals: t }) => t.notices,
  },
  {
    id: "exhaustionMean",
    label: "Exhaustion",
    unit: "0–1",
    definition: "Mean exhaustion over link-worker days in post.",
    good: "lower",
    group: "staff",
    take: ({ totals: t }) => t.exhaustionSum / t.workerDays,
  },
  {
    id: "burnoutIncidence",
    label: "New burnout",
    unit: "per WTE-year",
    definition: "Entries into the burnt-out state, per year of a filled full-time post.",
    good: "lower",
    group: "staff",
    take: ({ totals: t }) => t.burnoutEntries / (t.filledPostDays / WD_PER_YEAR),
  },
  {
    id: "vacancyRate",
    label: "Vacancy",
    unit: "share",
    definition: "Share of post days unfilled.",
    good: "lower",
    group: "staff",
    take: ({ totals: t }) => 1 - t.filledPostDays / t.postDays,
  },
  {
    id: "absenceRate",
    label: "Sickness absence",
    unit: "share",
    definition: "Share of link-worker days in post absent through sickness.",
    good: "lower",
    group: "staff",
    take: ({ totals: t }) => t.absentDays / t.filledPostDays,
  },
  {
    id: "caseloadMean",
    label: "Caseload",
    unit: "patients per link worker in post",
    definition: "Time average of open cases, divided by the time average of link workers in post.",
    good: null,
    group: "staff",
    take: ({ totals: t }) => t.openCaseDays / t.filledPostDays,
  },
  {
    id: "utilisationMean",
    label: "Workload pressure",
    unit: "ratio",
    definition:
      "Mean over link-worker days of the workload pressure u: busy share of the day plus the backlog in days' work, smoothed.",
    good: "lower",
    group: "staff",
    take: ({ totals: t }) => t.pressureSum / t.workerDays,
  },
  {
    id: "busyShare",
    label: "Time in contact",
    unit: "share",
    definition: "Share of link workers' time in post and not absent that is spent in a contact.",
    good: null,
    group: "staff",
    take: ({ totals: t }) => t.busyDays / (t.filledPostDays - t.absentDays),
  },
  {
    id: "referrals",
    label: "Referrals",
    unit: "patients per year",
    definition: "New referrals and returns that reached the waiting list.",
    good: null,
    group: "patients",
    take: (r) => r.totals.referrals / years(r),
  },
  {
    id: "divertedPerYear",
    label: "Signposted by triage",
    unit: "patients per year",
    definition: "Low-complexity referrals signposted at once, which never joined the waiting list.",
    good: null,
    group: "patients",
    take: (r) => r.totals.diverted / years(r),
  },
  {
    id: "waitMeanDays",
    label: "Wait to first appointment",
    unit: "working days",
    definition: "Mean time from referral to the start of the first appointment, of those seen in the period.",
    good: "lower",
    group: "patients",
    take: ({ totals: t }) => t.waitDays / t.seen,
  },
  {
    id: "waitP90Days",
    label: "Wait of the slowest tenth",
    unit: "working days",
    definition: "The wait to the first appointment that 9 of 10 of those seen in the period did not exceed.",
    good: "lower",
    group: "patients",
    take: ({ waits }) => quantile(waits, 0.9) ?? Number.NaN,
  },
  {
    id: "waitProbability",
    label: "Had to wait",
    unit: "share",
    definition: "Of those seen in the period, the share with a wait greater than zero.",
    good: "lower",
    group: "patients",
    take: ({ totals: t }) => t.waited / t.seen,
  },
  {
    id: "waitingListMean",
    label: "Waiting list",
    unit: "patients",
    definition:
      "Time average of patients referred and not yet assigned to a link worker, those orphaned by a departure included.",
    good: "lower",
    group: "patients",
    take: ({ totals: t }) => t.waitingListDays / t.days,
  },
  {
    id: "connectedShare",
    label: "Connected",
    unit: "share",
    definition:
      "Starts of a community service, as a share of referrals (those signposted by triage are not among them).",
    good: "higher",
    group: "patients",
    take: ({ totals: t }) => sum(t.serviceStarts) / t.referrals,
  },
  {
    id: "completedShare",
    label: "Completed",
    unit: "share",
    definition: "Cases closed as connected, after the follow-ups, as a share of referrals.",
    good: "higher",
    group: "patients",
    take: exitShare(Exit.Connected),
  },
  {
    id: "disengagedShare",
    label: "Disengaged",
    unit: "share",
    definition: "Patients who gave up in the queue of a community service, as a share of referrals.",
    good: "lower",
    group: "patients",
    take: exitShare(Exit.Disengaged),
  },
  {
    id: "droppedOutShare",
    label: "Did not take up the place",
    unit: "share",
    definition: "Patients who did not take up the place that came free for them, as a share of referrals.",
    good: "lower",
    group: "patients",
    take: exitShare(Exit.DroppedOut),
  },
  {
    id: "returnedToGpShare",
    label: "Returned to the GP",
    unit: "share",
    definition:
      "Patients handed back to the GP because no service fits and holding is not offered or has ended, as a share of referrals.",
    good: "lower",
    group: "patients",
    take: exitShare(Exit.ReturnedToGp),
  },
  {
    id: "lostAtHandoverShare",
    label: "Lost at handover",
    unit: "share",
    definition: "Patients lost when their link worker left, as a share of referrals.",
    good: "lower",
    group: "patients",
    take: exitShare(Exit.LostAtHandover),
  },
  {
    id: "renegedShare",
    label: "Gave up waiting",
    unit: "share",
    definition: "Referrals that ended before the first appointment, as a share of referrals.",
    good: "lower",
    group: "patients",
    take: exitShare(Exit.Reneged),
  },
  {
    id: "workerChangesShare",
    label: "Had more than one link worker",
    unit: "share",
    definition: "Of closed cases, the share with more than one link worker.",
    good: "lower",
    group: "patients",
    take: ({ totals: t }) => t.casesWithChange / t.closedCases,
  },
  ...serviceWaitMeasures,
  {
    id: "distressDays",
    label: "Distress-days",
    unit: "distress × working days per referral",
    definition:
      "Integral of distress (0–1) over patients' time in the system while need is unmet, per referral.",
    good: "lower",
    group: "patients",
    take: ({ totals: t }) => t.distressDays / t.referrals,
  },
  {
    id: "distressAtClose",
    label: "Distress at close",
    unit: "0–1",
    definition: "Mean distress of closed cases when they closed.",
    good: "lower",
    group: "patients",
    take: ({ totals: t }) => t.distressAtClose / t.closedCases,
  },
  {
    id: "longestGapDays",
    label: "Longest time without contact",
    unit: "working days",
    definition: "Mean over closed cases of the longest time without a contact, from referral to close.",
    good: "lower",
    group: "patients",
    take: ({ totals: t }) => t.longestGapDays / t.closedCases,
  },
  {
    id: "contactHoursHoldingShare",
    label: "Holding's share of contact hours",
    unit: "share",
    definition: "Share of contact hours spent on the four holding functions.",
    good: null,
    group: "holding",
    take: ({ totals: t }) => holdingHours(t) / sum(t.contactHours),
  },
  ...holdingMeasures,
  {
    id: "contactHours",
    label: "Contact hours",
    unit: "hours per year",
    definition: "Contact hours a year of the whole team, of every type, notes included.",
    good: null,
    group: "holding",
    take: (r) => sum(r.totals.contactHours) / years(r),
  },
  {
    id: "gpBurden",
    label: "GP burden",
    unit: "index, 1 = reference",
    definition:
      "Time average of the practice's burden index: people with unmet need whom nobody holds, and in part those held. No claim about consultations.",
    good: "lower",
    group: "practice",
    take: ({ totals: t }) => t.gpIndexDays / t.days,
  },
  {
    id: "costPerYear",
    label: "Cost",
    unit: "£ per year",
    definition:
      "Staff in post with overheads, supervision, training and recruitment; vacant posts cost nothing.",
    good: "lower",
    group: "cost",
    take: (r) =>
      (r.totals.costStaff + r.totals.costSupervision + r.totals.costTraining + r.totals.costRecruitment) /
      years(r),
  },
  {
    id: "costStaffPerYear",
    label: "Cost of staff",
    unit: "£ per year",
    definition: "Link workers in post, at employment cost with overheads.",
    good: "lower",
    group: "cost",
    take: (r) => r.totals.costStaff / years(r),
  },
  {
    id: "costSupervisionPerYear",
    label: "Cost of supervision",
    unit: "£ per year",
    definition: "Supervisors' hours for the link workers in post.",
    good: "lower",
    group: "cost",
    take: (r) => r.totals.costSupervision / years(r),
  },
  {
    id: "costTrainingPerYear",
    label: "Cost of training",
    unit: "£ per year",
    definition: "Training and its yearly refresher for the link workers in post.",
    good: "lower",
    group: "cost",
    take: (r) => r.totals.costTraining / years(r),
  },
  {
    id: "costRecruitmentPerYear",
    label: "Cost of recruitment",
    unit: "£ per year",
    definition: "Replacing those who gave notice.",
    good: "lower",
    group: "cost",
    take: (r) => r.totals.costRecruitment / years(r),
  },
  {
    id: "patientsReferred",
    label: "Referred",
    unit: "patients",
    definition:
      "Patients who joined the waiting list in the period: the first part of the conservation check.",
    good: null,
    group: "check",
    take: ({ totals: t }) => t.referrals,
  },
  {
    id: "patientsClosed",
    label: "Closed",
    unit: "patients",
    definition: "Patients whose referral ended in the period, for whatever cause.",
    good: null,
    group: "check",
    take: ({ totals: t }) => sum(t.exits),
  },
  {
    id: "patientsInSystemStart",
    label: "In the system at the start",
    unit: "patients",
    definition: "Patients referred and not closed when recording began.",
    good: null,
    group: "check",
    take: ({ inSystemStart }) => inSystemStart,
  },
  {
    id: "patientsInSystemEnd",
    label: "In the system at the end",
    unit: "patients",
    definition: "Patients referred and not closed at the end: start + referred = closed + end, exactly.",
    good: null,
    group: "check",
    take: ({ inSystemEnd }) => inSystemEnd,
  },
];

/** Position of each measure in a row of results. */
export const MEASURE_INDEX: ReadonlyMap<string, number> = new Map(MEASURES.map(({ id }, i) => [id, i]));
