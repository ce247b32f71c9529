/** Shocks to the team at a chosen week, for drills: docs/model.md, section 7.12. Nothing happens by default. */
import { integer, number } from "./define";
import { decision } from "./sources";

const people = {
  unit: "link workers since week 0",
  default: 0,
  limits: [0, 10_000],
  range: null,
  timeline: true,
  ...decision,
} as const;

export const shock = {
  resignations: integer({
    label: "Shock: resignations so far",
    ...people,
    effect: "Each one more makes one link worker, drawn by lot, give notice at that week.",
  }),
  sickness: integer({
    label: "Shock: long-term sickness so far",
    ...people,
    effect: "Each one more makes one link worker, drawn by lot, fall ill for long at that week.",
  }),
  sicknessDays: number({
    label: "Shock: length of long-term sickness",
    unit: "working days",
    default: 130,
    limits: [0.001, 1e6],
    range: null,
    timeline: true,
    ...decision,
    effect: "Whoever falls ill through a shock is absent for exactly this long, unless they leave before.",
  }),
};
