/** Measures of contact hours, and of holding's part in them. */
import { Contact, type Totals } from "../totals";
import { type Measure, sum, years } from "./define";

const HOURS = "hours of a contact counted whole when it begins";

const FUNCTIONS = [
  "supporting patients who wait for services",
  "sustaining patients as they prepare for change",
  "relieving GPs and other primary care staff",
  "bearing witness to distress",
] as const;

const holdingHours = (t: Totals): number => sum(t.contactHours.subarray(Contact.Holding1));

const rows: Omit<Measure, "group">[] = [
  {
    id: "contactHoursHoldingShare",
    label: "Holding's share of contact hours",
    unit: "share",
    definition: "Share of contact hours spent on the four holding functions.",
    taken: HOURS,
    good: null,
    take: ({ totals: t }) => holdingHours(t) / sum(t.contactHours),
  },
  ...FUNCTIONS.map(
    (what, f): Omit<Measure, "group"> => ({
      id: `contactHoursHolding${f + 1}`,
      label: `Holding ${f + 1}: ${what}`,
      unit: "hours per year",
      definition: `Contact hours a year of the whole team spent on holding, function ${f + 1} (${what}).`,
      taken: HOURS,
      good: null,
      take: (r) => r.totals.contactHours[Contact.Holding1 + f] / years(r),
    }),
  ),
  {
    id: "contactHours",
    label: "Contact hours",
    unit: "hours per year",
    definition:
      "Contact hours a year of the whole team, of every type, notes and overtime included: the link workers' own hours, however slowly they work.",
    taken: HOURS,
    good: null,
    take: (r) => sum(r.totals.contactHours) / years(r),
  },
];

export const HOLDING: readonly Measure[] = rows.map((row) => ({ ...row, group: "holding" }));
