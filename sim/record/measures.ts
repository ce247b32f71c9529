/**
 * The table of measures: one number each for a replication, over the recorded period.
 * Ids are relied on by scripts; definitions, units and good directions are shown wherever a measure is shown.
 * The rows are in sim/record/measures/, a file for each concern.
 */
import { CHECK } from "./measures/check";
import type { Measure } from "./measures/define";
import { ENDS } from "./measures/ends";
import { HOLDING } from "./measures/holding";
import { COST, PRACTICE } from "./measures/practice";
import { STAFF } from "./measures/staff";
import { WAITING } from "./measures/waiting";
import { WELLBEING } from "./measures/wellbeing";

export type { Measure, Recorded } from "./measures/define";

export const MEASURES: readonly Measure[] = [
  ...STAFF,
  ...WAITING,
  ...ENDS,
  ...WELLBEING,
  ...HOLDING,
  ...PRACTICE,
  ...COST,
  ...CHECK,
];

/** Position of each measure in a row of results. */
export const MEASURE_INDEX: ReadonlyMap<string, number> = new Map(MEASURES.map(({ id }, i) => [id, i]));
