/** Contacts: their length, their relief and their weight. docs/model.md, section 7.2. */
import { choice, number, vector } from "./define";
import { ASSUMED, assumption, decision, WESTLAKE } from "./sources";

const PRACTICE = `${ASSUMED}; common practice plus time for notes (general knowledge, no page read)`;

export const contact = {
  hours: vector(
    {
      unit: "hours",
      limits: [0, 1000],
      grade: "assumption",
      source: PRACTICE,
      effect: "Longer contacts, notes included, take more of the day.",
    },
    {
      first: { label: "Length of a first appointment", default: 1.5, range: [1, 2], evidence: "E2.2" },
      core: { label: "Length of a core contact", default: 0.75, range: [0.5, 1.25], evidence: "E2.3" },
      simple: { label: "Length of simple signposting", default: 0.25, range: [0.1, 0.5], evidence: "E2.3" },
    },
  ),
  holdingHours: vector(
    {
      unit: "hours",
      limits: [0, 1000],
      ...assumption,
      effect:
        "Longer holding contacts, notes included, leave less time for first appointments and core work.",
    },
    {
      "1": { label: "Length of a contact while waiting for a service", default: 0.4, range: [0.2, 0.7] },
      "2": { label: "Length of a contact preparing for change", default: 0.5, range: [0.25, 0.8] },
      "3": { label: "Length of a contact when no service fits", default: 0.5, range: [0.25, 0.8] },
      "4": { label: "Length of a contact bearing witness", default: 0.6, range: [0.3, 1] },
    },
  ),
  cv: number({
    label: "Variation of contact lengths",
    unit: "coefficient of variation",
    default: 0.5,
    limits: [0, 100],
    range: [0.3, 0.9],
    ...assumption,
    effect: "More variable contacts make longer queues of work at the same average.",
  }),
  distribution: choice({
    label: "Distribution of contact lengths",
    default: "lognormal",
    choices: ["lognormal", "exponential", "deterministic"],
    ...decision,
    effect: "Exponential and deterministic lengths let exact results of queueing theory check the model.",
  }),
  intervalDistribution: choice({
    label: "Distribution of the time between contacts",
    default: "deterministic",
    choices: ["deterministic", "exponential"],
    ...decision,
    effect: "Exponential times let exact results of queueing theory check the model.",
  }),
  relief: vector(
    {
      unit: "share of distress",
      limits: [0, 1],
      ...assumption,
      evidence: "E5.7",
      effect: "The larger it is, the more one fully effective contact lowers the patient's distress.",
    },
    {
      first: { label: "Relief by a first appointment", default: 0.1, range: [0, 0.2], evidence: "–" },
      core: { label: "Relief by a core contact", default: 0.05, range: [0, 0.1], evidence: "–" },
      h1: { label: "Relief by a contact while waiting", default: 0.1, range: [0, 0.2] },
      h2: { label: "Relief by a contact preparing for change", default: 0.08, range: [0, 0.16] },
      h3: { label: "Relief by a contact when no service fits", default: 0.1, range: [0, 0.2] },
      h4: { label: "Relief by bearing witness", default: 0.15, range: [0, 0.3] },
    },
  ),
  emotionalWeight: vector(
    {
      unit: "weight per contact at full distress",
      limits: [0, 1000],
      ...assumption,
      evidence: "E5.6",
      source: `${ASSUMED}; that holding weighs more than linking: ${WESTLAKE}`,
      effect: "The larger it is, the more one contact adds to the link worker's emotional load of the day.",
    },
    {
      first: { label: "Emotional weight of a first appointment", default: 1, range: [0.5, 1.5] },
      core: { label: "Emotional weight of a core contact", default: 0.5, range: [0.25, 0.75] },
      h1: { label: "Emotional weight of a contact while waiting", default: 0.45, range: [0.25, 0.9] },
      h2: { label: "Emotional weight of preparing for change", default: 0.45, range: [0.3, 0.9] },
      h3: { label: "Emotional weight of a contact when no service fits", default: 0.7, range: [0.3, 1.2] },
      h4: { label: "Emotional weight of bearing witness", default: 1.2, range: [0.4, 2] },
    },
  ),
};
