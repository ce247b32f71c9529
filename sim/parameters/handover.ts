/** What a departure does to the cases left behind: docs/model.md, section 7.8. */
import { number, toggle } from "./define";
import { assumption, decision } from "./sources";

export const handover = {
  warm: toggle({
    label: "Warm handover",
    default: false,
    role: "lever",
    ...decision,
    effect: "On: the leaver introduces each patient to a colleague, which is shorter and kinder.",
  }),
  distressCold: number({
    label: "Distress caused by a cold handover",
    unit: "share of the way to full distress",
    default: 0.15,
    limits: [0, 1],
    range: [0.05, 0.3],
    ...assumption,
    effect: "The larger it is, the more a link worker's leaving hurts patients.",
  }),
  distressWarm: number({
    label: "Distress caused by a warm handover",
    unit: "share of the way to full distress",
    default: 0.05,
    limits: [0, 1],
    range: [0, 0.15],
    ...assumption,
    effect: "The larger it is, the more even a warm handover hurts patients.",
  }),
  lostCold: number({
    label: "Patients lost at a cold handover",
    unit: "probability",
    default: 0.15,
    limits: [0, 1],
    range: [0.05, 0.3],
    ...assumption,
    effect: "The higher it is, the more patients are lost when a link worker leaves.",
  }),
  lostWarm: number({
    label: "Patients lost at a warm handover",
    unit: "probability",
    default: 0.05,
    limits: [0, 1],
    range: [0, 0.15],
    ...assumption,
    effect: "The higher it is, the more patients are lost even when handed over warmly.",
  }),
  hoursCold: number({
    label: "Length of a cold handover",
    unit: "hours",
    default: 0.75,
    limits: [0, 1000],
    range: [0.5, 1.25],
    ...assumption,
    effect: "The longer it is, the more work a departure leaves to colleagues.",
  }),
  hoursWarm: number({
    label: "Length of a warm handover",
    unit: "hours",
    default: 0.35,
    limits: [0, 1000],
    range: [0.2, 0.6],
    ...assumption,
    effect: "The longer it is, the more work a warm handover leaves to colleagues.",
  }),
};
