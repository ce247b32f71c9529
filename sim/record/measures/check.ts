/** The four counts of the conservation check: start + referred = closed + end, exactly. */
import { COUNTED, type Measure, sum } from "./define";

const rows: Omit<Measure, "group" | "unit" | "good">[] = [
  {
    id: "patientsReferred",
    label: "Referred",
    definition:
      "Patients who joined the waiting list in the period: the first part of the conservation check.",
    taken: COUNTED,
    take: ({ totals: t }) => t.referrals,
  },
  {
    id: "patientsClosed",
    label: "Closed",
    definition: "Patients whose referral ended in the period, for whatever cause.",
    taken: COUNTED,
    take: ({ totals: t }) => sum(t.exits),
  },
  {
    id: "patientsInSystemStart",
    label: "In the system at the start",
    definition: "Patients referred and not closed when recording began.",
    taken: "looked at when recording begins",
    take: ({ inSystemStart }) => inSystemStart,
  },
  {
    id: "patientsInSystemEnd",
    label: "In the system at the end",
    definition: "Patients referred and not closed at the end: start + referred = closed + end, exactly.",
    taken: "looked at when the run ends",
    take: ({ inSystemEnd }) => inSystemEnd,
  },
];

export const CHECK: readonly Measure[] = rows.map((row) => ({
  ...row,
  unit: "patients",
  good: null,
  group: "check",
}));
