/** Measures of link workers: their state, their coming and going, their work. */
import { COUNTED, DAYS_END, filledYears, type Measure, TIME_AVERAGE } from "./define";

const rows: Omit<Measure, "group">[] = [
  {
    id: "burnoutPrevalence",
    label: "Burnt out",
    unit: "share",
    definition: "Share of link-worker days in post spent in the burnt-out state.",
    taken: DAYS_END,
    good: "lower",
    take: ({ totals: t }) => t.burntOutDays / t.workerDays,
  },
  {
    id: "turnoverRate",
    label: "Turnover",
    unit: "leavers per filled WTE-year",
    definition:
      "Notices given in the period, per year of a filled full-time post. Posts that are closed are not notices.",
    taken: `${COUNTED}; time in post followed at every event`,
    good: "lower",
    take: (r) => r.totals.notices / filledYears(r),
  },
  {
    id: "leavers",
    label: "Leavers",
    unit: "people",
    definition: "Link workers who gave notice in the period, whether or not they have gone by its end.",
    taken: COUNTED,
    good: "lower",
    take: ({ totals: t }) => t.notices,
  },
  {
    id: "exhaustionMean",
    label: "Exhaustion",
    unit: "0–1",
    definition: "Mean exhaustion over link-worker days in post, days of absence included.",
    taken: DAYS_END,
    good: "lower",
    take: ({ totals: t }) => t.exhaustionSum / t.workerDays,
  },
  {
    id: "burnoutIncidence",
    label: "New burnout",
    unit: "per WTE-year",
    definition:
      "Entries into the burnt-out state, per year of a filled full-time post. Whoever starts in post burnt out does not enter it.",
    taken: `${COUNTED}; time in post followed at every event`,
    good: "lower",
    take: (r) => r.totals.burnoutEntries / filledYears(r),
  },
  {
    id: "vacancyRate",
    label: "Vacancy",
    unit: "share",
    definition:
      "Share of post days unfilled. A post that is to close counts as a post until its holder has gone.",
    taken: TIME_AVERAGE,
    good: "lower",
    take: ({ totals: t }) => 1 - t.filledPostDays / t.postDays,
  },
  {
    id: "absenceRate",
    label: "Sickness absence",
    unit: "share",
    definition: "Share of link workers' time in post in which they are absent through sickness.",
    taken: TIME_AVERAGE,
    good: "lower",
    take: ({ totals: t }) => t.absentDays / t.filledPostDays,
  },
  {
    id: "caseloadMean",
    label: "Caseload",
    unit: "patients per link worker in post",
    definition:
      "Time average of open cases, from allocation to close, divided by the time average of link workers in post.",
    taken: TIME_AVERAGE,
    good: null,
    take: ({ totals: t }) => t.openCaseDays / t.filledPostDays,
  },
  {
    id: "utilisationMean",
    label: "Workload pressure",
    unit: "ratio",
    definition:
      "Mean over link-worker days of the workload pressure u: busy share of the day plus the backlog in days' work, smoothed; while absent, as it was when the absence began.",
    taken: DAYS_END,
    good: "lower",
    take: ({ totals: t }) => t.pressureSum / t.workerDays,
  },
  {
    id: "busyShare",
    label: "Time in contact",
    unit: "share",
    definition:
      "Time in contacts, notes included, as a share of link workers' time in post and not absent. A contact under way when an absence begins is finished and counts.",
    taken: TIME_AVERAGE,
    good: null,
    take: ({ totals: t }) => t.busyDays / (t.filledPostDays - t.absentDays),
  },
];

export const STAFF: readonly Measure[] = rows.map((row) => ({ ...row, group: "staff" }));
