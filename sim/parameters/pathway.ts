/** The way of a patient from the first appointment on: docs/model.md, section 7.3. */
import { integer, number, toggle, vector } from "./define";
import { assumption, CPRD, decision } from "./sources";

export const pathway = {
  decline: number({
    label: "Patients who decline at the first appointment",
    unit: "probability",
    default: 0.11,
    limits: [0, 1],
    range: [0.08, 0.22],
    distribution: "Beta(11, 89)",
    grade: "measured",
    evidence: "E1.14",
    source: CPRD,
    effect: "The more decline, the fewer cases are opened and the lighter the caseload.",
  }),
  simple: vector(
    {
      unit: "probability",
      limits: [0, 1],
      ...assumption,
      effect: "The more cases need only simple signposting, the lighter the caseload.",
    },
    {
      low: { label: "Simple signposting, low complexity", default: 0.55, range: [0.35, 0.75] },
      moderate: { label: "Simple signposting, moderate complexity", default: 0.3, range: [0.15, 0.45] },
      high: { label: "Simple signposting, high complexity", default: 0.1, range: [0, 0.25] },
    },
  ),
  holdOnly: vector(
    {
      unit: "probability",
      limits: [0, 1],
      ...assumption,
      effect: "The more often no service fits, the more patients are held or go back to the GP.",
    },
    {
      low: { label: "No service fits, low complexity", default: 0.02, range: [0, 0.06] },
      moderate: { label: "No service fits, moderate complexity", default: 0.08, range: [0.02, 0.2] },
      high: { label: "No service fits, high complexity", default: 0.25, range: [0.1, 0.45] },
    },
  ),
  needsPreparation: vector(
    {
      unit: "probability",
      limits: [0, 1],
      ...assumption,
      effect: "The more patients are not ready for change, the more preparing or dropping out there is.",
    },
    {
      low: { label: "Not yet ready for change, low complexity", default: 0.15, range: [0.05, 0.3] },
      moderate: {
        label: "Not yet ready for change, moderate complexity",
        default: 0.35,
        range: [0.15, 0.55],
      },
      high: { label: "Not yet ready for change, high complexity", default: 0.6, range: [0.35, 0.8] },
    },
  ),
  rework: number({
    label: "Core contacts repeated when wholly ineffective",
    unit: "probability",
    default: 0.5,
    limits: [0, 1],
    range: [0.2, 0.8],
    ...assumption,
    effect: "The higher it is, the more work exhausted and hurried link workers make for themselves.",
  }),
  core1Delay: number({
    label: "Time until the planning contact",
    unit: "working days",
    default: 10,
    limits: [0, 1e6],
    range: [5, 20],
    ...assumption,
    effect: "Longer delays lengthen cases and enlarge caseloads.",
  }),
  core2Delay: number({
    label: "Time from the start of a service to the first follow-up",
    unit: "working days",
    default: 10,
    limits: [0, 1e6],
    range: [5, 20],
    ...assumption,
    effect: "Longer delays lengthen cases and enlarge caseloads.",
  }),
  followUpGapDays: number({
    label: "Time between follow-ups",
    unit: "working days",
    default: 25,
    limits: [0, 1e6],
    range: [10, 40],
    ...assumption,
    effect: "Longer gaps lengthen cases and enlarge caseloads.",
  }),
  followUps: integer({
    label: "Follow-ups after a service has started",
    unit: "contacts",
    default: 2,
    limits: [0, 100],
    range: [1, 4],
    ...assumption,
    effect: "More follow-ups mean more work for every connected patient.",
  }),
  closeAtReferral: toggle({
    label: "Cases close when patients are referred on to a service",
    default: false,
    ...decision,
    effect:
      "On: link workers let go of patients who wait for a service, so that caseloads fall and nobody holds them.",
  }),
  firstAppointmentOnly: toggle({
    label: "Cases close after the first appointment",
    default: false,
    ...decision,
    effect: "Reduces the model to a waiting line, so that exact results of queueing theory can check it.",
  }),
};
