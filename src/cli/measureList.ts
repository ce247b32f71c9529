/** Measures named on the command line. */
import type { Measure } from "../../sim/record/measures";
import { measureById, unknownMeasure } from "../experiment/measureNames";

/** The measures in a list of ids with commas between, in its order; `problems` says of each id that is none. */
export function readMeasures(option: string, text: string, problems: string[]): readonly Measure[] {
  const ids = [...new Set(text.split(",").map((id) => id.trim()))];
  return ids.flatMap((id) => {
    const measure = measureById(id);
    if (measure !== undefined) return [measure];
    problems.push(`${option}: ${unknownMeasure(id)}`);
    return [];
  });
}
