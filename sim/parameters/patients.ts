/** Patients as they are at referral: docs/model.md, section 7.1. */
import { number, vector } from "./define";
import { ASSUMED, assumption, CQC } from "./sources";

export const patients = {
  classShares: vector(
    {
      unit: "share of referrals",
      limits: [0, 1],
      ...assumption,
      evidence: "E3.6",
      effect: "The three shares sum to 1; more complex patients stay longer and are held more.",
    },
    {
      low: { label: "Patients of low complexity", default: 0.3, range: [0.2, 0.4] },
      moderate: { label: "Patients of moderate complexity", default: 0.45, range: [0.3, 0.6] },
      high: { label: "Patients of high complexity", default: 0.25, range: [0.15, 0.5] },
    },
  ),
  initialDistress: vector(
    {
      unit: "0–1",
      limits: [0, 1],
      ...assumption,
      effect: "Higher distress at referral means more disclosures and a heavier emotional load.",
    },
    {
      low: { label: "Distress at referral, low complexity", default: 0.3, range: [0.15, 0.45] },
      moderate: { label: "Distress at referral, moderate complexity", default: 0.5, range: [0.35, 0.65] },
      high: { label: "Distress at referral, high complexity", default: 0.7, range: [0.5, 0.9] },
    },
  ),
  d0Spread: number({
    label: "Spread of distress at referral",
    unit: "0–1, either way",
    default: 0.15,
    limits: [0, 1],
    range: [0.05, 0.25],
    ...assumption,
    effect: "A larger spread makes patients of one class differ more.",
  }),
  distressDrift: number({
    label: "Growth of distress while need is unmet",
    unit: "per working day",
    default: 0.002,
    limits: [0, 100],
    range: [0.0005, 0.005],
    ...assumption,
    evidence: "E3.15, V16",
    source: `${ASSUMED}; checked against people who felt worse while waiting: ${CQC}`,
    effect: "The faster distress grows, the more waiting costs patients and those who bear witness to it.",
  }),
};
