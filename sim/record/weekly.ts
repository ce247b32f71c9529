/**
 * The table of weekly columns: one number each for every recorded week of a replication.
 * Each is taken from the change of the totals over that week.
 */
import { Contact, Exit, type Totals } from "./totals";

export interface WeeklySeries {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** `week` holds the week's own increments of the totals, `sofar` the totals from week 0 to its end. */
  readonly take: (week: Totals, sofar: Totals) => number;
}

const holding: WeeklySeries[] = [0, 1, 2, 3].map((f) => ({
  id: `contactHoursHolding${f + 1}`,
  label: `Contact hours on holding, function ${f + 1}`,
  unit: "hours per week",
  take: (week) => week.contactHours[Contact.Holding1 + f],
}));

export const WEEKLY: readonly WeeklySeries[] = [
  {
    id: "burnoutPrevalence",
    label: "Burnt out",
    unit: "share of link workers in post",
    take: (w) => w.burntOutDays / w.workerDays,
  },
  { id: "exhaustionMean", label: "Exhaustion", unit: "0–1", take: (w) => w.exhaustionSum / w.workerDays },
  {
    id: "utilisationMean",
    label: "Workload pressure",
    unit: "ratio",
    take: (w) => w.pressureSum / w.workerDays,
  },
  { id: "leavers", label: "Leavers", unit: "people per week", take: (w) => w.notices },
  {
    id: "cumulativeLeavers",
    label: "Leavers since the start",
    unit: "people",
    take: (_, sofar) => sofar.notices,
  },
  {
    id: "filledPosts",
    label: "Link workers in post",
    unit: "people",
    take: (w) => w.filledPostDays / w.days,
  },
  {
    id: "vacancyRate",
    label: "Vacancy",
    unit: "share of posts",
    take: (w) => 1 - w.filledPostDays / w.postDays,
  },
  {
    id: "absenceRate",
    label: "Sickness absence",
    unit: "share of days",
    take: (w) => w.absentDays / w.filledPostDays,
  },
  {
    id: "caseloadMean",
    label: "Caseload",
    unit: "patients per link worker in post",
    take: (w) => w.openCaseDays / w.filledPostDays,
  },
  { id: "openCases", label: "Open cases", unit: "patients", take: (w) => w.openCaseDays / w.days },
  { id: "waitingList", label: "Waiting list", unit: "patients", take: (w) => w.waitingListDays / w.days },
  {
    id: "waitMeanDays",
    label: "Wait to first appointment",
    unit: "working days",
    take: (w) => w.waitDays / w.seen,
  },
  { id: "referrals", label: "Referrals", unit: "patients per week", take: (w) => w.referrals },
  {
    id: "connected",
    label: "Service starts",
    unit: "patients per week",
    take: (w) => w.serviceStarts.reduce((a, b) => a + b, 0),
  },
  {
    id: "completed",
    label: "Closed as connected",
    unit: "patients per week",
    take: (w) => w.exits[Exit.Connected],
  },
  ...holding,
  {
    id: "contactHours",
    label: "Contact hours of every type",
    unit: "hours per week",
    take: (w) => w.contactHours.reduce((a, b) => a + b, 0),
  },
  { id: "gpBurden", label: "GP burden", unit: "index, 1 = reference", take: (w) => w.gpIndexDays / w.days },
];

export const WEEKLY_INDEX: ReadonlyMap<string, number> = new Map(WEEKLY.map(({ id }, i) => [id, i]));
