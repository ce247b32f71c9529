/** Measures by their ids, and what to say of an id that is none. */
import { MEASURE_INDEX, MEASURES, type Measure } from "../../sim/record/measures";
import { nearest } from "../../sim/scenario/nearest";

/** The measure of an id, or undefined. */
export function measureById(id: string): Measure | undefined {
  const index = MEASURE_INDEX.get(id);
  return index === undefined ? undefined : MEASURES[index];
}

/** Why an id is not a measure's, with the nearest that is. */
export function unknownMeasure(id: string): string {
  const guess = nearest(id, MEASURE_INDEX.keys());
  const hint = guess === undefined ? 'the command "measures" lists them.' : `did you mean "${guess}"?`;
  return `${JSON.stringify(id)} is not a measure; ${hint}`;
}
