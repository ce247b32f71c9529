/** Everything that a run of the page gave: the files that the command line writes with --out, byte for byte. */

import { WEEKLY } from "../../sim/record/weekly";
import { bands, type RunTable } from "../../sim/statistics";
import { measuresCsv, measuresTable } from "../cli/csv";
import { toJson } from "../cli/json";
import { resultsJson, resultsOf } from "../cli/results";
import type { Experiment } from "../experiment/runScenarios";
import { type Kept, resultFiles } from "../output/resultFiles";
import type { FinishedRun, PackFile } from "../packs";
import { type Made, manifestOf } from "./manifest";
import { tableBytes } from "./tableBytes";

export function rawResults(run: FinishedRun, platform: Made["platform"]): PackFile[] {
  const { request, tables } = run;
  const experiment: Experiment = { ...request, weekly: true };
  const compare = request.scenarios.length > 1;
  const asked = { ...request, compare, precision: null, inputs: null, perReplication: false, weekly: true };
  const bandsOf = (arm: number, series: number) => bands(tables[arm], series);
  const runs = resultsOf(asked, tables, bandsOf, null);
  const written = {
    experiment,
    texts: [
      ["results.json", `${toJson(resultsJson(asked, { runs, stopped: null }))}\n`],
      ["measures.csv", measuresCsv(runs)],
    ] as const,
    described: [measuresTable(compare, false)],
    diary: null,
    weeklyReplications: false,
  };
  const { first, tables: rows, last } = resultFiles(written, keptIn(tables), request.replications);
  const text = ([name, content]: readonly [string, string]): PackFile => ({ name, content });
  const files = [...first.map(text), ...rows.flatMap(tableBytes), ...last.map(text)];
  return [
    ...files,
    { name: "manifest.json", content: `${toJson(manifestOf({ run, experiment, files, platform }))}\n` },
  ];
}

/** Tables in memory, as the writers of files ask for them. */
function keptIn(tables: readonly RunTable[]): Kept {
  return {
    weekly: true,
    table: (arm) => tables[arm],
    bands: (arm, series) => bands(tables[arm], series),
    series: (arm, replication, series) => {
      const { weekly, weeks } = tables[arm];
      const start = (replication * WEEKLY.length + series) * weeks;
      return weekly!.subarray(start, start + weeks);
    },
  };
}
