/** Measures of the practice's burden and of cost. */
import { ADDED_UP, type Measure, years } from "./define";

export const PRACTICE: readonly Measure[] = [
  {
    id: "gpBurden",
    label: "GP burden",
    unit: "index, 1 = reference",
    definition:
      "Time average of the practice's burden index: people with unmet need whom nobody holds, and in part those held. No claim about consultations.",
    taken: "the index moves once a week and holds until the next; time average",
    good: "lower",
    group: "practice",
    take: ({ totals: t }) => t.gpIndexDays / t.days,
  },
];

const costs: Omit<Measure, "group" | "unit" | "good" | "taken">[] = [
  {
    id: "costPerYear",
    label: "Cost",
    definition:
      "Staff in post with overheads, supervision, training and recruitment; vacant posts cost nothing.",
    take: (r) =>
      (r.totals.costStaff + r.totals.costSupervision + r.totals.costTraining + r.totals.costRecruitment) /
      years(r),
  },
  {
    id: "costStaffPerYear",
    label: "Cost of staff",
    definition: "Link workers in post, at employment cost with overheads.",
    take: (r) => r.totals.costStaff / years(r),
  },
  {
    id: "costSupervisionPerYear",
    label: "Cost of supervision",
    definition: "Supervisors' hours for the link workers in post.",
    take: (r) => r.totals.costSupervision / years(r),
  },
  {
    id: "costTrainingPerYear",
    label: "Cost of training",
    definition: "Training and its yearly refresher for the link workers in post, while training is kept up.",
    take: (r) => r.totals.costTraining / years(r),
  },
  {
    id: "costRecruitmentPerYear",
    label: "Cost of recruitment",
    definition: "Replacing those who gave notice in the period, counted when notice is given.",
    take: (r) => r.totals.costRecruitment / years(r),
  },
];

export const COST: readonly Measure[] = costs.map((row) => ({
  ...row,
  unit: "£ per year",
  taken: ADDED_UP,
  good: "lower",
  group: "cost",
}));
