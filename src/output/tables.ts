/** The tables of results: their columns, and their rows in the order of arms, replications or weeks, and measures. */
import { MEASURES } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";
import type { Arm } from "./arms";
import type { Cells } from "./cells";
import type { Cell, Column, Table } from "./tableParts";

export const SCENARIO: Column = { name: "scenario", type: "text", unit: "", meaning: "Id of the scenario." };
const REPLICATION: Column = {
  name: "replication",
  type: "whole number",
  unit: "",
  meaning: "Number of the replication, from 0. Equal numbers had equal luck in every scenario.",
};
const WEEK: Column = {
  name: "week",
  type: "whole number",
  unit: "weeks of 5 working days",
  meaning: "Week since the end of the warm-up, from 0.",
};
export const UNIT: Column = {
  name: "unit",
  type: "text",
  unit: "",
  meaning: "Unit of the numbers in this row.",
};
export const measured = (name: string, meaning: string): Column => ({
  name,
  type: "number",
  unit: "as in column unit",
  meaning,
});
export const MEASURE: Column = {
  name: "measure",
  type: "text",
  unit: "",
  meaning: "What was measured; see codebook.csv.",
};

export const REPLICATIONS: Table = {
  name: "replications",
  columns: [
    SCENARIO,
    REPLICATION,
    MEASURE,
    UNIT,
    measured("value", "The measure over the recorded period of this replication; empty where it has none."),
  ],
};

export function* replicationRows(
  arms: readonly Arm[],
  cells: Pick<Cells, "table">,
  replications: number,
): Generator<Cell[]> {
  for (let a = 0; a < arms.length; a++) {
    const { measures } = cells.table(a, replications);
    for (let r = 0; r < replications; r++) {
      for (let m = 0; m < MEASURES.length; m++) {
        const { id, unit } = MEASURES[m];
        yield [arms[a].id, r, id, unit, measures[r * MEASURES.length + m]];
      }
    }
  }
}

export const WEEKS: Table = {
  name: "weekly",
  columns: [
    SCENARIO,
    WEEK,
    MEASURE,
    UNIT,
    measured("mean", "Mean over the replications that have a value in this week."),
    measured("p10", "10th percentile over replications: 8 in 10 futures lie between p10 and p90."),
    measured("p90", "90th percentile over replications."),
  ],
};

export function* weeklyRows(
  arms: readonly Arm[],
  cells: Pick<Cells, "table" | "bands">,
  replications: number,
): Generator<Cell[]> {
  for (let a = 0; a < arms.length; a++) {
    const series = WEEKLY.map(({ id, unit }, s) => ({ id, unit, ...cells.bands(a, s, replications) }));
    const { weeks } = cells.table(a);
    for (let week = 0; week < weeks; week++) {
      for (const { id, unit, mean, p10, p90 } of series) {
        yield [arms[a].id, week, id, unit, mean[week], p10[week], p90[week]];
      }
    }
  }
}

/** A column for each weekly series, since a row for each would be twenty times as many. */
export const WEEKS_OF_REPLICATIONS: Table = {
  name: "weekly-replications",
  columns: [
    SCENARIO,
    REPLICATION,
    WEEK,
    ...WEEKLY.map(
      ({ id, label, unit }): Column => ({
        name: id,
        type: "number",
        unit,
        meaning: `${label}, in this week.`,
      }),
    ),
  ],
};

export function* weeklyReplicationRows(
  arms: readonly Arm[],
  cells: Pick<Cells, "table" | "series">,
  replications: number,
): Generator<Cell[]> {
  for (let a = 0; a < arms.length; a++) {
    const { weeks } = cells.table(a);
    for (let r = 0; r < replications; r++) {
      const series = WEEKLY.map((_, s) => cells.series(a, r, s));
      for (let week = 0; week < weeks; week++) {
        yield [arms[a].id, r, week, ...series.map((values) => values[week])];
      }
    }
  }
}

export const ARMS: Table = {
  name: "arms",
  columns: [
    SCENARIO,
    {
      name: "fromWeek",
      type: "whole number",
      unit: "weeks",
      meaning:
        "Week since the end of the warm-up from which it holds; empty where it is no change on the way.",
    },
    {
      name: "parameter",
      type: "text",
      unit: "",
      meaning: "Id of a parameter that this scenario sets; see codebook.csv.",
    },
    {
      name: "value",
      type: "text",
      unit: "as in codebook.csv",
      meaning: "Its value as text: a number, true, false, a word, or none for no limit.",
    },
  ],
};

export function* armRows(arms: readonly Arm[]): Generator<Cell[]> {
  for (const { id, changes, timeline } of arms) {
    for (const [parameter, value] of Object.entries(changes)) yield [id, null, parameter, String(value)];
    for (const entry of timeline) {
      for (const [parameter, value] of Object.entries(entry.changes))
        yield [id, entry.atWeek, parameter, String(value)];
    }
  }
}
