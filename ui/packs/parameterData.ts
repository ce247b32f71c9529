/** Every number of the model with its evidence, and its value in every scenario of a run. */
import { flatten } from "../../sim/parameters";
import { resolveStages } from "../../sim/scenario";
import type { Data } from "../figures/figure";
import type { Results } from "../results";
import { parameters } from "../text/tables";
import { text } from "../text/text";

/** A row a parameter; of a scenario with a timeline the values at its start. */
export function parameterData({ scenarios }: Results): Data {
  const values = scenarios.map(({ changes, timeline }) => {
    const start = resolveStages(changes, timeline).find(({ fromDay }) => fromDay >= 0);
    return start ? flatten(start.params) : {};
  });
  const facts = ["parameter", "label", "unit", "default", "range_low", "range_high", "distribution"];
  const origin = ["grade", "evidence", "source", "effect"];
  const own = scenarios.flatMap(({ id }) => [`value_${id}`, `reason_${id}`]);
  return {
    columns: [...facts, ...origin, ...own],
    rows: parameters().map((row) => [
      ...[row.id, row.label, row.unit, String(row.default), row.range?.[0] ?? "", row.range?.[1] ?? ""],
      ...[row.distribution, text.grades[row.grade].name, row.evidence, row.source, row.effect],
      ...scenarios.flatMap(({ reasons }, s) => [String(values[s][row.id]), reasons[row.id] ?? ""]),
    ]),
  };
}
